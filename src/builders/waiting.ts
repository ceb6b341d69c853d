import type { Trigger } from 'zapier-platform-core';
import type * as zod from 'zod/mini';
import { queriesBy, type Wanted } from '../api/polled.ts';
import { unshown } from '../errors/poll_error.ts';
import type { Form } from '../forms/labels.ts';
import { dayMs } from '../lib/day_ms.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { dueTrigger, type DueTrigger } from './due.ts';
import { isInStatus, readInStatuses } from './status_reading.ts';

/** What is special about one trigger that waits. */
export interface WaitingTrigger<F extends Form> extends Omit<DueTrigger<F>, 'dueTime' | 'readBack'> {
  /** How many days it waits. */
  daysOf: (values: zod.output<F>) => number;
  /** The statuses in which a record waits. */
  statusesOf: (values: zod.output<F>) => readonly string[];
  /** Which records in such a status wait; all of them when absent. */
  waits?: (record: ApiRecord, values: zod.output<F>) => boolean;
  /** From when on the days count, in ms since 1970; undefined when nobody can tell. */
  startOf: (record: ApiRecord) => number | undefined;
  /** The date by which the list is read. */
  by: 'created_at' | 'updated_at';
  /** By how many days that date may lie before the start; none when absent. */
  leadDays?: number;
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
 * Builds a trigger that fires some days after a date of a record that is still in a status.
 * Its `perform` throws the errors of `dueTrigger`.
 */
export function waitingTrigger<F extends Form>(trigger: WaitingTrigger<F>): Trigger {
  const { daysOf, statusesOf, waits = () => true, startOf, by, leadDays = 0, ...rest } = trigger;
  const { kind } = rest;
  return dueTrigger({
    ...rest,
    dueTime: (record, { values }) => {
      const isOpen = statusesOf(values).some((status) => isInStatus(kind, record, status));
      const start = isOpen && waits(record, values) ? startOf(record) : undefined;
      if (start === undefined) return undefined;
      const from = start + daysOf(values) * dayMs;
      return { from, until: from + latestDays * dayMs };
    },
    readBack: async ({ z, values, purpose }) => {
      const days = daysOf(values) + leadDays + (purpose === 'turning on' ? latestDays : againDays);
      const wanted: Wanted = { queries: queriesBy(by), by, since: Date.now() - days * dayMs };
      const records = await readInStatuses(z, kind, { statuses: statusesOf(values), wanted, purpose });
      // Where none says when it began, nothing would ever fall due.
      if (records.length > 0 && !records.some((record) => startOf(record) !== undefined))
        throw unshown(kind.noun, 'how long they have waited');
      return records;
    },
  });
}
