import type { ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { readContext } from '../api/error_context.ts';
import { readRecord } from '../api/read.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { isThrottled } from '../errors/app_error.ts';
import { cacheOf } from '../lib/cache.ts';
import { filled, isObject } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';

const heldSeconds = 60 * 60;

/**
 * Takes out of a delivery's data what it says about the record, its id under `id`.
 * Documented: `{"job_id", "status"}` for job.completed. Assumed: the other events are like it. A whole record, as the
 * data itself or under its noun, and a plain `id` are read too.
 * @returns undefined when it names no record
 */
export function deliveredRecord(data: Record<string, unknown>, { noun }: RecordKind): ApiRecord | undefined {
  const { [noun]: inner, ...outer } = data;
  const { [`${noun}_id`]: ownId, ...rest } = isObject(inner) ? { ...outer, ...inner } : data;
  const id = filled(rest.id) ?? filled(ownId);
  return id === undefined ? undefined : { ...rest, id };
}

/**
 * Hydrates what a delivery says by reading the record. Where they differ the delivery counts, since the event is about
 * that moment.
 * @param dedupeKey the delivery's own, by which its second run is recognized
 * @returns the delivery alone when it is the whole record already, or when the record cannot be read
 * @throws ThrottledError the first time the API has trouble: Zapier then runs a delivery once more; the other errors
 *   of `zapierError`
 */
export async function hydratedRecord(
  z: ZObject,
  kind: RecordKind,
  delivered: ApiRecord,
  dedupeKey: string,
): Promise<ApiRecord> {
  if (filled(delivered.created_at) !== undefined && kind.contactKeys.name in delivered) return delivered;
  try {
    return await withZapierErrors({ ...readContext(kind), delivery: true }, async () => ({
      ...(await readIfAllowed(z, kind, delivered.id)),
      ...delivered,
    }));
  } catch (error) {
    if (isThrottled(error) && !(await holdOnce(z, dedupeKey))) return delivered;
    throw error;
  }
}

// 403: a key without the scope. 404: the record is gone. 405: the API does not read by id.
async function readIfAllowed(z: ZObject, kind: RecordKind, id: string): Promise<ApiRecord | undefined> {
  try {
    return await readRecord(z, kind, id);
  } catch (error) {
    if (error instanceof ApiError && [403, 404, 405].includes(error.status)) return undefined;
    throw error;
  }
}

// Zapier runs a held delivery once more and no more: held a second time it would be lost, and an item with less in it
// is better than a missed one. True when this is the first time, and the cache will know the second by it.
async function holdOnce(z: ZObject, dedupeKey: string): Promise<boolean> {
  const cache = cacheOf(z, 'a delivery cannot wait');
  const slot = `${dedupeKey} held`;
  if ((await cache.get(slot)) === true) return false;
  return (await cache.set(slot, true, heldSeconds)) === true;
}
