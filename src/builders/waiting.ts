import type { Trigger } from 'zapier-platform-core';
import type * as zod from 'zod/mini';
import { queriesBy, readPolled, type Wanted } from '../api/polled.ts';
import type { Form } from '../forms/labels.ts';
import { dayMs } from '../lib/day_ms.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { pollingTrigger, type Poll, type PollingTrigger } from './polling.ts';
import { quietTimeOf } from './quiet_time.ts';
import { isInStatus, readInStatuses } from './status_reading.ts';

/** What is special about one trigger that waits. */
export interface WaitingTrigger<F extends Form> extends Omit<PollingTrigger<F>, 'read' | 'fires'> {
  /** How many days it waits. */
  daysOf: (values: zod.output<F>) => number;
  /** The statuses in which a record waits. */
  statusesOf: (values: zod.output<F>) => readonly string[];
  /** Which records in such a status wait. */
  waits: (record: ApiRecord, values: zod.output<F>) => boolean;
  /** From when on the days count, in ms since 1970; undefined when nobody can tell. */
  startOf: (record: ApiRecord) => number | undefined;
  /** The date by which the list is read. */
  by: Wanted['by'];
  /** By how many days that date may lie before the start. */
  leadDays: number;
}

/**
 * For how many days after it fell due a record still starts a Zap: long enough for a weekend, a Zap that was off and
 * trouble with the connection, and for one that was paid or answered and is open again. What has waited longer is old,
 * and stays so when somebody edits it.
 */
export const latestDays = 30;

// What fell due this long ago is read again, in case the polls since then failed.
const againDays = 2;

/**
 * Builds a trigger that fires some days after a date of a record. Such a record need not change when it falls due, so the
 * list is read back to those that waited the longest. That is done when something falls due, and once a day; in between
 * only what changed is read.
 * Its `perform` throws the errors of `pollingTrigger`.
 */
export function waitingTrigger<F extends Form>(trigger: WaitingTrigger<F>): Trigger {
  const { kind, daysOf, statusesOf, waits, startOf, by, leadDays, ...rest } = trigger;
  type Values = zod.output<F>;

  const dueAt = (record: ApiRecord, values: Values): number | undefined => {
    const isOpen = statusesOf(values).some((status) => isInStatus(kind, record, status));
    const start = isOpen && waits(record, values) ? startOf(record) : undefined;
    return start === undefined ? undefined : start + daysOf(values) * dayMs;
  };

  const readBack = async ({ z, values, purpose }: Poll<F>): Promise<ApiRecord[]> => {
    const days = daysOf(values) + leadDays + (purpose === 'turning on' ? latestDays : againDays);
    const wanted = { queries: queriesBy(by), by, since: Date.now() - days * dayMs };
    return readInStatuses(z, kind, { statuses: statusesOf(values), wanted, purpose });
  };

  const readChanged = async ({ z }: Poll<F>, since: number): Promise<ApiRecord[] | undefined> => {
    const wanted = { queries: queriesBy('updated_at'), by: 'updated_at', since } as const;
    const { records, isSorted } = await readPolled(z, kind, wanted, 'poll');
    return isSorted ? records : undefined;
  };

  return pollingTrigger({
    ...rest,
    kind,
    read: async (poll) => {
      if (poll.purpose !== 'poll') return readBack(poll);
      const quiet = quietTimeOf(poll);
      const since = await quiet.since();
      const changed = since === undefined ? undefined : await readChanged(poll, since);
      if (changed !== undefined) return changed;
      const records = await readBack(poll);
      const dues = records.map((record) => dueAt(record, poll.values) ?? Infinity);
      await quiet.begin(Math.min(...dues.filter((due) => due > Date.now())));
      return records;
    },
    fires: (record, values) => {
      const lateMs = Date.now() - (dueAt(record, values) ?? Infinity);
      return lateMs >= 0 && lateMs <= latestDays * dayMs;
    },
  });
}
