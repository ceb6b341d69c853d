import type { Bundle } from 'zapier-platform-core';
import type { ApiError } from '../api/api_error.ts';
import { invalidForm } from '../errors/form_error.ts';
import { cleanText, isBrokenMapping } from '../forms/cleaning.ts';
import { readLeniently } from '../forms/form.ts';
import { labelOf, type Form } from '../forms/labels.ts';
import { filled } from '../lib/guards.ts';

type Body = Record<string, unknown>;

/** What is special about an action that saves a record although a detail of it cannot be read. */
export interface Salvage {
  /** The action's form, with nothing required. */
  form: Form;
  /** Fields that are written down in the notes when they cannot be read, or when the API refuses them. */
  details: readonly string[];
  /** The field of long text that takes them. */
  notesKey: string;
  /** The field without which there is no record, and what stands in it when it is left blank. */
  name: { key: string; from: (values: Body, unreadKeys: readonly string[]) => string | undefined };
}

/**
 * Reads the form of a running Zap, where nobody is there to correct it: what cannot be read goes into the notes.
 * @returns the API's body, and the values of the form beside it
 * @throws Error when there is nothing to name the record by, or a field that is no detail cannot be read
 */
export async function salvagedBody<B extends Form>(
  salvage: Salvage,
  beside: B,
  bundle: Bundle,
): Promise<{ body: Body; beside: Awaited<ReturnType<typeof readLeniently<Form, B>>>['beside'] }> {
  const { form, details, notesKey, name } = salvage;
  const reading = await readLeniently(form, beside, bundle, details);
  const values: Body = { ...reading.values };
  const unreadKeys = reading.unread.map(({ key }) => key);
  const given = filled(values[name.key]) ?? name.from(values, unreadKeys);
  if (given === undefined) {
    throw invalidForm([{ label: labelOf(form, name.key), value: undefined, complaint: 'is missing' }]);
  }
  const lines = reading.unread.map(({ key, label }) => asItCame(label, bundle.inputData[key]));
  return { body: withNotes({ ...values, [name.key]: given }, notesKey, lines), beside: reading.beside };
}

/**
 * Takes the details that the API refused out of a body, and writes down in its notes what was filled in there.
 * @returns undefined when the API refused something else too, or does not say what
 */
export function bodyWithoutRefused(
  { form, details, notesKey }: Salvage,
  body: Body,
  { details: complaints }: ApiError,
  inputData: Body,
): Body | undefined {
  const refused = [...new Set(complaints.map(({ path }) => path.replace(/[.[].*$/s, '')))];
  const isDetail = (key: string): boolean => details.includes(key) && key in body;
  if (refused.length === 0 || !refused.every(isDetail)) return undefined;
  const kept = Object.entries(body).filter(([key]) => !refused.includes(key));
  const lines = refused.map((key) => asItCame(labelOf(form, key), inputData[key]));
  return withNotes(Object.fromEntries(kept), notesKey, lines);
}

function asItCame(label: string, value: unknown): string {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((item) => (typeof item === 'string' ? cleanText(item) : JSON.stringify(item)));
  const text = texts.join(', ');
  return `${label} as it came: ${isBrokenMapping(text) ? 'a group of fields' : text}`;
}

function withNotes(body: Body, notesKey: string, lines: string[]): Body {
  if (lines.length === 0) return body;
  const notes = filled(body[notesKey]);
  return { ...body, [notesKey]: [...(notes === undefined ? [] : [notes]), lines.join('\n')].join('\n\n') };
}
