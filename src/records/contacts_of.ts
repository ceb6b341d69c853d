import { isObject, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';
import type { RecordKind } from './record.ts';

/** What somebody is known by. */
export type Contact = 'name' | 'email' | 'phone';

const others: Record<Contact, string[]> = {
  name: ['full_name'],
  email: ['email_address'],
  phone: ['phone_number', 'mobile', 'mobile_phone'],
};

/**
 * What a record says of a person's name, email or phone: under its own key, or as other APIs write it. Documented:
 * leads, estimates and jobs say customer_name, clients say name.
 * @returns every text it has, its own key's first; [] when it says nothing
 */
export function contactsOf({ contactKeys, schema }: RecordKind, record: ApiRecord, what: Contact): string[] {
  const usual = [`customer_${what}`, `client_${what}`, ...others[what]];
  // A job may have a name of its own, such as "Spring wash".
  const isOwn = what !== 'name' || !('number' in schema.shape);
  const people = [record.client, record.customer, record.contact].filter(isObject);
  return [
    ...textsUnder(record, [contactKeys[what], ...usual, ...(isOwn ? [what] : [])]),
    ...people.flatMap((person) => textsUnder(person, [what, ...usual])),
    ...(what === 'name' ? [record, ...people].flatMap(nameInParts) : []),
  ];
}

/** A text, a number or a list of them as texts, without what is blank. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? [] : textsIn(item)));
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? [text] : [];
}

function textsUnder(holder: Record<string, unknown>, keys: string[]): string[] {
  return keys.flatMap((key) => textsIn(ownMember(holder, key)));
}

function nameInParts({ first_name, last_name }: Record<string, unknown>): string[] {
  return textsIn([...textsIn(first_name), ...textsIn(last_name)].join(' '));
}
