import type { Trigger } from 'zapier-platform-core';
import type { Form } from '../forms/labels.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { readChanged } from './changed.ts';
import { pollingTrigger, type Poll, type PollingTrigger } from './polling.ts';
import { quietTimeOf } from './quiet_time.ts';

/** When a record starts a Zap, in ms since 1970: not before, and not later. */
export interface DueTime {
  from: number;
  until: number;
}

/** What is special about one trigger whose records fall due. */
export interface DueTrigger<F extends Form> extends Omit<PollingTrigger<F>, 'read' | 'fires'> {
  /** When a record falls due; undefined when it does not. */
  dueTime: (record: ApiRecord, poll: Poll<F>) => DueTime | undefined;
  /** Reads all that may be due, or may fall due soon. */
  readBack: (poll: Poll<F>) => Promise<ApiRecord[]>;
}

/**
 * Builds a trigger that fires when a record falls due. Such a record need not change then, so all that may fall due is
 * read: when something does, and once a day. In between only what changed is read.
 * Its `perform` throws the errors of `pollingTrigger`.
 */
export function dueTrigger<F extends Form>(trigger: DueTrigger<F>): Trigger {
  const { dueTime, readBack, ...rest } = trigger;

  const readAll = async (poll: Poll<F>): Promise<ApiRecord[]> => {
    if (poll.purpose !== 'poll') return readBack(poll);
    const quiet = quietTimeOf(poll);
    const since = await quiet.since();
    const changed = since === undefined ? undefined : await readChanged(poll.z, rest.kind, since);
    if (changed !== undefined) return changed;
    const records = await readBack(poll);
    const dues = records.map((record) => dueTime(record, poll)?.from ?? Infinity);
    await quiet.begin(Math.min(...dues.filter((due) => due > Date.now())));
    return records;
  };

  return pollingTrigger({
    ...rest,
    read: async (poll) => {
      const now = Date.now();
      return (await readAll(poll)).filter((record) => {
        const due = dueTime(record, poll);
        return due !== undefined && due.from <= now && now <= due.until;
      });
    },
    fires: () => true,
  });
}
