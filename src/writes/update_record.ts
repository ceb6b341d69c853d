import { randomUUID } from 'node:crypto';
import type { ZObject } from 'zapier-platform-core';
import { writeContext } from '../api/error_context.ts';
import { ApiError } from '../api/api_error.ts';
import { readRecord } from '../api/read.ts';
import { send, type ApiCall } from '../api/request.ts';
import { recordIn } from '../api/response.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { savedUnseen } from '../errors/write_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import type { RecordWrite } from './create_record.ts';
import { requireTime } from './require_time.ts';

/**
 * Changes the fields that the body names and no others. Sent twice it changes nothing more, so that any
 * Idempotency-Key will do.
 * @returns the record as the API stored it
 * @throws the errors of `zapierError`; `savedUnseen` when neither the answer nor a read shows the record; Error when no
 *   time is left to hear how the write ends
 */
export async function updateRecord(
  z: ZObject,
  kind: RecordKind,
  id: string,
  { body, form }: Pick<RecordWrite, 'body' | 'form'>,
): Promise<ApiRecord> {
  requireTime(z);
  const call: ApiCall = { method: 'PATCH', path: [kind.path, id], body, idempotencyKey: randomUUID() };
  return withZapierErrors(
    { ...writeContext(kind, form, body), writes: 'changes', byId: true },
    async () => recordIn((await send(z, call)).data, kind) ?? (await shown(z, kind, id)),
  );
}

// A success without the record is one all the same.
async function shown(z: ZObject, kind: RecordKind, id: string): Promise<ApiRecord> {
  try {
    return await readRecord(z, kind, id);
  } catch (error) {
    if (error instanceof ApiError) throw savedUnseen(kind.noun);
    throw error;
  }
}
