import type { ZObject } from 'zapier-platform-core';
import { readContext } from '../api/error_context.ts';
import { reachable } from '../api/reachable.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { isThrottled } from '../errors/app_error.ts';
import { isBlank } from '../lib/guards.ts';
import { hasTime } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import type { DeliveryMemory } from './delivery_memory.ts';
import { lookUp } from './look_up.ts';
import { merged } from './merged.ts';
import type { Route } from './route.ts';

/** What reading records for a delivery needs. */
export interface Hydration {
  kind: RecordKind;
  memory: Pick<DeliveryMemory, 'hold'>;
  route: Route;
}

// Most deliveries are about one record. Of many, some are read at a time.
const together = 5;

/**
 * Hydrates what a delivery says by reading its records. Where they differ the delivery counts, since the event is about
 * that moment; but nothing that is empty in it.
 * @param said what the delivery says of each record
 * @returns what the delivery says alone for a record that is whole already, that cannot be read, or for which no time is
 *   left
 * @throws ThrottledError the first time the API has trouble: Zapier then runs a delivery once more; ExpiredAuthError
 */
export async function hydratedRecords(
  z: ZObject,
  said: readonly ApiRecord[],
  hydration: Hydration,
): Promise<ApiRecord[]> {
  const records: ApiRecord[] = [];
  for (let at = 0; at < said.length; at += together) {
    const some = said.slice(at, at + together);
    records.push(...(await Promise.all(some.map((record) => hydrated(z, record, hydration)))));
  }
  return records;
}

async function hydrated(z: ZObject, said: ApiRecord, hydration: Hydration): Promise<ApiRecord> {
  return reachable(z, hydration.kind, await known(z, said, hydration));
}

async function known(z: ZObject, said: ApiRecord, { kind, memory, route }: Hydration): Promise<ApiRecord> {
  if (isWhole(said, kind) || !hasTime(z)) return said;
  try {
    const context = { ...readContext(kind), delivery: true };
    const found = await withZapierErrors(context, () => lookUp(z, kind, said.id, route));
    return { ...merged(found ?? {}, said), id: said.id };
  } catch (error) {
    // Held a second time it would be lost, and an item with less in it is better than a missed one.
    if (isThrottled(error) && !(await memory.hold())) return said;
    throw error;
  }
}

// Some APIs write every key, null where they did not look: a whole record says at least whose it is, and since when.
function isWhole(said: ApiRecord, { schema, contactKeys }: RecordKind): boolean {
  const { name, email, phone } = contactKeys;
  const hasAll = Object.keys(schema.shape).every((key) => Object.hasOwn(said, key));
  return (
    hasAll &&
    !isBlank(said[name]) &&
    !isBlank(said.created_at) &&
    !(isBlank(said[email]) && isBlank(said[phone]))
  );
}
