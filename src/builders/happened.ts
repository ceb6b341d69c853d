import type { ZObject } from 'zapier-platform-core';
import { readContext } from '../api/error_context.ts';
import { firstAccepted } from '../api/first_accepted.ts';
import { listPage } from '../api/lists.ts';
import { statusQueries } from '../api/polled.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { isBlank } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { choiceOf } from '../records/comparing.ts';
import type { RecordKind } from '../records/record.ts';

/** What tells that an event has happened to a record: then it can be a sample of the event's trigger. */
export interface Happened {
  to: (record: ApiRecord) => boolean;
  /** The status that records have then, by which they can be asked for. */
  status?: string;
}

/** The event brought the record into this status, or left a moment under this key. */
export function reached({ statuses }: RecordKind, status: string, momentKey: string): Happened {
  return {
    status,
    to: (record) => choiceOf(statuses, record.status) === status || !isBlank(record[momentKey]),
  };
}

/** The event moved the record on from its first status. */
export function left({ statuses }: RecordKind, status: string): Happened {
  return { to: (record) => choiceOf(statuses, record.status) !== status };
}

/**
 * Reads records to show as samples: those that would start the Zap, else those to which the event has happened, else
 * any. So a person always gets real records to map fields from.
 * @param passes the Zap's filters
 * @throws the errors of `listPage`
 */
export async function sampleRecords(
  z: ZObject,
  kind: RecordKind,
  passes: (record: ApiRecord) => boolean,
  happened: Happened | undefined,
): Promise<ApiRecord[]> {
  const { records } = await listPage(z, kind, {}, { attended: true });
  if (happened === undefined) return best([records.filter(passes), records]);
  const { to, status } = happened;
  let fitting = records.filter(to);
  // The newest records may all be ahead of the event.
  if (fitting.length === 0 && status !== undefined && records.length > 0) {
    const context = { ...readContext(kind), attended: true };
    const { page } = await withZapierErrors(context, () =>
      firstAccepted(z, kind, statusQueries(kind, status)),
    );
    fitting = page.records.filter(to);
  }
  return best([fitting.filter(passes), fitting, records.filter(passes), records]);
}

function best(lists: ApiRecord[][]): ApiRecord[] {
  return lists.find((list) => list.length > 0) ?? [];
}
