import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { requireTime } from '../api/deadline.ts';
import { unreadable } from '../api/read.ts';
import { send, type ApiCall } from '../api/request.ts';
import { recordIn } from '../api/response.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { keyForWrite, verdictOn, type Write } from './write_key.ts';

/**
 * Sends a write under the Idempotency-Key that makes it happen once.
 * @param isMissing tells whether a write that began at this time, in ms, has surely made no record; without it that is
 *   never known
 * @returns the record as the API stored it
 * @throws ApiError, after which a replay takes the same key again unless it is known how the write ended; Error when
 *   no time is left to hear how the write ends
 */
export async function writeOnce(
  z: ZObject,
  bundle: Bundle,
  call: ApiCall,
  write: Write,
  isMissing: (since: number) => Promise<boolean> = () => Promise.resolve(false),
): Promise<ApiRecord> {
  requireTime(z);
  const key = await keyForWrite(z, bundle, write);
  try {
    const body = await send(z, { ...call, body: write.body, idempotencyKey: key.value });
    const record = recordIn(body) ?? unreadable();
    await key.succeed();
    return record;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const verdict = verdictOn(error, key);
    const ended =
      verdict === 'nothing written' ||
      (verdict === 'nothing written if the record is missing' && (await isMissing(key.since)));
    await (ended ? key.spend() : key.keep());
    throw error;
  }
}
