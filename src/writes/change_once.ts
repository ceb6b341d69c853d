import type { Bundle, ZObject } from 'zapier-platform-core';
import { writeContext } from '../api/error_context.ts';
import type { ApiCall } from '../api/request.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { connectionMark } from '../lib/connection.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import type { RecordWrite } from './create_record.ts';
import { requireTime } from './require_time.ts';
import { sendOnce } from './send_once.ts';
import { worldOf } from './world_of.ts';

/** A change that must not be made twice, because it adds to what is there. */
export interface Addition extends Pick<RecordWrite, 'action' | 'written' | 'body' | 'form'> {
  /** What the record was like before it was first changed: remembered until it is known how that ended. */
  before: Record<string, string>;
  /** True for the record as it is when the change was made. */
  isIn: (record: ApiRecord, before: Record<string, string>) => boolean;
}

/**
 * Changes a record by adding to it, once: see `write_state.ts`.
 * @param id the record
 * @returns the record as the API stored it
 * @throws the errors of `zapierError` and of `write_error.ts`
 */
export function changeOnce(
  z: ZObject,
  bundle: Bundle,
  kind: RecordKind,
  id: string,
  { action, written, body, form, before, isIn }: Addition,
): Promise<ApiRecord> {
  requireTime(z);
  const context = { ...writeContext(kind, form, body), writes: 'changes', byId: true } as const;
  const call = (): ApiCall => ({ method: 'PATCH', path: [kind.path, id], body });
  const world = worldOf(z, bundle, kind, call, async ({ lookedUp }) => {
    const record = await world.read(id);
    if (record === undefined) return { event: 'the records cannot be seen' };
    return isIn(record, lookedUp)
      ? { event: 'one record is found that can be it', record }
      : { event: 'no record can be it' };
  });
  const write = {
    action,
    written: { id, written },
    mark: connectionMark(bundle),
    lookUp: () => Promise.resolve(before),
  };
  return withZapierErrors(context, () => sendOnce(context, world, write));
}
