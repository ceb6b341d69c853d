import * as zod from 'zod/mini';
import { severalChoices } from '../forms/choices.ts';
import type { Choice } from '../forms/field_meta.ts';
import { text } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';
import { readYesNo } from '../forms/readers/yes_no.ts';
import { filled, isObject, ownMember } from '../lib/guards.ts';
import { addressLine } from './address_line.ts';
import { textsIn } from './contacts_of.ts';
import type { ApiRecord } from './api_record.ts';
import { splitName } from './person_name.ts';
import { dayText, nameOf, timesText } from './readable.ts';
import type { RecordKind } from './record.ts';
import { serviceChoices } from './services.ts';

/** What a step gives beside the record's own fields. */
interface Derived {
  form: Form;
  values: (declared: ApiRecord) => Record<string, unknown>;
}

/** What is derived of a kind of record; undefined where the kind has nothing to derive it from. */
type Derive = (kind: RecordKind) => Derived | undefined;

/** What is derived wherever a record has this field. */
const ofField =
  (key: string, derived: Derived): Derive =>
  ({ schema }) =>
    Object.hasOwn(schema.shape, key) ? derived : undefined;
const services = serviceChoices('_');

// Names stand beside values: a text to the customer says "House Wash", and the next step's form takes "house_wash".
const all: readonly Derive[] = [
  ({ statuses }) => ({
    form: zod.object({ status_name: text({ label: 'Status Name' }) }),
    values: ({ status }) => ({ status_name: nameOf(statuses, status) }),
  }),
  ofField('service_type', {
    form: zod.object({ service_name: text({ label: 'Service Name' }) }),
    values: ({ service_type }) => ({ service_name: nameOf(services, service_type) }),
  }),
  ofField('service_interest', {
    form: zod.object({ service_interest_names: text({ label: 'Names of Services of Interest' }) }),
    values: ({ service_interest: interest }) => {
      const choices = serviceChoices('-');
      return {
        service_interest_names: joined(servicesIn(interest, choices).map((one) => nameOf(choices, one))),
      };
    },
  }),
  ofField('services', {
    form: zod.object({
      service_names: text({ label: 'Service Names' }),
      first_service: text({ label: 'First Service' }),
    }),
    values: ({ services: lines }) => {
      const chosen = servicesIn(lines, services);
      return {
        ...(Array.isArray(lines) && { services: lines.map(named) }),
        service_names: joined(chosen.map((one) => nameOf(services, one))),
        first_service: chosen[0] ?? null,
      };
    },
  }),
  ofField('scheduled_date', {
    form: zod.object({
      scheduled_date_text: text({ label: 'Date in Words' }),
      scheduled_time_text: text({ label: 'Time in Words' }),
    }),
    values: ({ scheduled_date, scheduled_time_start, scheduled_time_end }) => ({
      scheduled_date_text: dayText(scheduled_date),
      scheduled_time_text: timesText(scheduled_time_start, scheduled_time_end),
    }),
  }),
  ({ contactKeys }) => ({
    form: zod.object({
      customer_first_name: text({ label: 'Customer First Name' }),
      customer_last_name: text({ label: 'Customer Last Name' }),
    }),
    values: (declared) => {
      const { first, last } = splitName(filled(declared[contactKeys.name]) ?? '');
      return { customer_first_name: first, customer_last_name: last };
    },
  }),
  ({ addressKeys: keys }) =>
    keys && {
      form: zod.object({ full_address: text({ label: 'Full Address' }) }),
      values: (declared) => ({
        full_address: addressLine({
          street: declared[keys.street],
          city: declared[keys.city],
          state: declared[keys.state],
          zip: declared[keys.zip],
        }),
      }),
    },
  ({ pageUrl }) =>
    pageUrl && {
      form: zod.object({ url: text({ label: 'Link' }) }),
      values: ({ id }) => ({ url: pageUrl(id) }),
    },
];

const byKind = new WeakMap<RecordKind, readonly Derived[]>();

/** What is derived of a kind of record: the name and the field of each, and how it comes out of the record. */
export function derivedOf(kind: RecordKind): readonly Derived[] {
  const own =
    byKind.get(kind) ?? all.map((derive) => derive(kind)).filter((derived) => derived !== undefined);
  byKind.set(kind, own);
  return own;
}

/** The field that each line about a service has beside its own. */
export const lineName = zod.object({ service_name: text({ label: 'Service Name' }) });

function named(line: unknown): unknown {
  return isObject(line) ? { ...line, service_name: nameOf(services, serviceOf(line)) } : line;
}

// What is chosen of a list; of a text, what stands in it with commas.
function servicesIn(value: unknown, choices: readonly Choice[]): string[] {
  return Array.isArray(value)
    ? value.filter(isChosen).flatMap(serviceOf)
    : severalChoices(choices, textsIn(value));
}

// Documented: `service_slug` in a line, a text in a list. The others are what APIs call it elsewhere.
const serviceKeys = ['service_slug', 'slug', 'service_type', 'service', 'service_name', 'name'];

function serviceOf(item: unknown): string[] {
  if (!isObject(item)) return textsIn(item);
  return serviceKeys.flatMap((key) => textsIn(ownMember(item, key))).slice(0, 1);
}

// What the customer did not choose may be false, "false", "no" or 0.
function isChosen(line: unknown): boolean {
  const reading = readYesNo(String(ownMember(line, 'enabled')));
  return !(reading && 'value' in reading && !reading.value);
}

function joined(names: readonly (string | null)[]): string | null {
  return names.length === 0 ? null : names.join(', ');
}
