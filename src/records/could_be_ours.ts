import { fieldMeta } from '../forms/field_meta.ts';
import { isObject, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';
import { compareValues, type Comparison } from './comparing.ts';
import type { RecordKind } from './record.ts';

/**
 * Whether a record may be the one that a body made: somebody's name, email or phone agrees, and nothing that both sides
 * say contradicts. What is missing, or written so that it cannot be compared, counts neither way.
 * @param body what was sent
 */
export function couldBeOurs(kind: RecordKind, body: Record<string, unknown>, record: ApiRecord): boolean {
  const { contactKeys, schema } = kind;
  const who = new Map<string, string>([
    [contactKeys.name, 'name'],
    [contactKeys.email, 'email'],
    [contactKeys.phone, 'phone'],
  ]);
  const compared = Object.entries(body)
    .filter(([key]) => key !== 'client_id')
    .map(([key, ours]): { isWho: boolean; comparison: Comparison } => {
      const field = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      const meta = field && fieldMeta.get(field);
      const shown = ownMember(record, key) ?? inPerson(record, who.get(key));
      return { isWho: who.has(key), comparison: compareValues(ours, shown, meta?.choices) };
    });
  // Another client with the same email may have taken the place of ours: it says who, but never that it is not.
  const sameClient = compareValues(body.client_id, record.client_id ?? inPerson(record, 'id')) === 'same';
  const agrees = sameClient || compared.some(({ isWho, comparison }) => isWho && comparison === 'same');
  return agrees && !compared.some(({ comparison }) => comparison === 'different');
}

// Some APIs put a record's customer into an object of its own.
function inPerson(record: ApiRecord, key: string | undefined): unknown {
  const person = [record.client, record.customer].find(isObject);
  return key === undefined ? undefined : person?.[key];
}
