import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../api/response.ts';
import { readRecord, reading, speaking } from '../writes/write_once.ts';
import { cacheOf } from '../lib/cache.ts';
import { isThrottled } from '../api/zapier_error.ts';
import { ApiFailure } from '../api/api_error.ts';
import { filled, isObject } from '../lib/guards.ts';
import type { RecordKind } from '../records/record.ts';

const heldSeconds = 60 * 60;

/**
 * Takes out of a delivery's data what it says about the record, its id under `id`.
 * Documented: `{"job_id", "status"}` for job.completed. Assumed: the other events are like it. A whole record, as the
 * data itself or under its noun, and a plain `id` are read too.
 * @returns undefined when it names no record
 */
export function partIn(data: Record<string, unknown>, { noun }: RecordKind): ApiRecord | undefined {
  const { [noun]: inner, ...outer } = data;
  const { [`${noun}_id`]: ownId, ...rest } = isObject(inner) ? { ...outer, ...inner } : data;
  const id = filled(rest.id) ?? filled(ownId);
  return id === undefined ? undefined : { ...rest, id };
}

/**
 * Completes what a delivery says by the record itself; the delivery's word counts where they differ, since the event
 * is about that moment. No request when the delivery is the record; what it says when the record cannot be read.
 * @param mark the delivery's own mark, by which a second run is recognized
 * @throws ThrottledError the first time the API has trouble: Zapier runs a delivery once more
 */
export async function fullRecord(
  z: ZObject,
  record: RecordKind,
  said: ApiRecord,
  mark: string,
): Promise<ApiRecord> {
  if (filled(said.created_at) !== undefined && record.who.name in said) return said;
  try {
    return await speaking({ ...reading(record), delivery: true }, async () => ({
      ...(await readIfAllowed(z, record, said.id)),
      ...said,
    }));
  } catch (error) {
    if (!isThrottled(error) || !(await isLastTry(z, mark))) throw error;
    return said;
  }
}

// No such record any more, no such route, or a key without the scope.
async function readIfAllowed(z: ZObject, record: RecordKind, id: string): Promise<ApiRecord | undefined> {
  try {
    return await readRecord(z, record, id);
  } catch (error) {
    if (error instanceof ApiFailure && [403, 404, 405].includes(error.status)) return undefined;
    throw error;
  }
}

// After the second try nobody would run it again: an item with less in it is better than a missed one.
async function isLastTry(z: ZObject, mark: string): Promise<boolean> {
  const cache = cacheOf(z, 'a delivery cannot wait');
  const slot = `${mark} held`;
  const held = (await cache.get(slot)) === true;
  if (!held && (await cache.set(slot, true, heldSeconds)) === true) return false;
  return true;
}
