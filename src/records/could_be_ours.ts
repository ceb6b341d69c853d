import { fieldMeta } from '../forms/field_meta.ts';
import { isObject, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';
import { compareValues, type Comparison } from './comparing.ts';
import { contactsOf, type Contact } from './contacts_of.ts';
import type { RecordKind } from './record.ts';

/** `perhaps`: the record does not show whose it is. */
export type Ours = 'yes' | 'perhaps' | 'no';

// What people and their automations change as soon as a record is there, and what an API may set by itself.
const unsteady = new Set(['status', 'source']);
const contacts: Contact[] = ['name', 'email', 'phone'];

/**
 * Whether a record may be the one that a body made: somebody's name, email or phone agrees, and nothing that both sides
 * say contradicts. What is missing, or written so that it cannot be compared, counts neither way.
 * @param body what was sent
 */
export function couldBeOurs(kind: RecordKind, body: Record<string, unknown>, record: ApiRecord): Ours {
  const { contactKeys, schema } = kind;
  const whose = new Set<string>(contacts.map((what) => contactKeys[what]));
  const who = contacts.map((what) => {
    const ours = body[contactKeys[what]];
    return anyOf(contactsOf(kind, record, what).map((theirs) => compareValues(ours, theirs)));
  });
  const details = Object.entries(body)
    .filter(([key]) => key !== 'client_id' && !whose.has(key) && !unsteady.has(key))
    .map(([key, ours]) => {
      const field = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      return compareValues(ours, ownMember(record, key), (field && fieldMeta.get(field))?.choices);
    });
  if ([...who, ...details].includes('different')) return 'no';
  // Another client with the same email may have taken the place of ours: it says who, but never that it is not.
  const person = [record.client, record.customer].find(isObject);
  const sameClient = compareValues(body.client_id, record.client_id ?? person?.id) === 'same';
  return sameClient || who.includes('same') ? 'yes' : 'perhaps';
}

// A record may have several emails or phones.
function anyOf(comparisons: Comparison[]): Comparison {
  if (comparisons.includes('same')) return 'same';
  return comparisons.includes('unclear') || comparisons.length === 0 ? 'unclear' : 'different';
}
