import { defineSearch, type Bundle, type Search, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import type { ApiRecord } from '../api/response.ts';
import { unusableInput } from '../api/zapier_error.ts';
import { inputFields, outputFields, readForm } from '../forms/form.ts';
import { filled } from '../lib/guards.ts';
import { choice, recordId, text } from '../forms/kinds.ts';
import { findById } from '../api/lists.ts';
import { criteriaFor, findMatch, type Criterion, type Match } from '../api/find_match.ts';
import { shape, shapeFields, type Output, type RecordKind, withArticle } from '../records/record.ts';

const matchedOn = zod.object({ matched_on: text({ label: 'Matched On' }) });

/**
 * Builds the search for one kind of record: by the record itself, else by number, email, phone or name, in this
 * order; a status narrows, or is looked for alone. More matches: the newest.
 * Its `perform` gives [] only when every record was looked at, and throws the errors of `readForm`,
 * `findById` and `findMatch`.
 */
export function findAction(record: RecordKind): Search {
  const { noun, title, schema, who, statuses } = record;
  const idKey = `${noun}_id`;
  const numbered = 'number' in schema.shape;
  const keys = [...(numbered ? ['number'] : []), who.email, who.phone, who.name];
  const form = zod.object({
    [idKey]: recordId({
      label: title,
      helpText: `Pick the ${noun}, or map it from another step.`,
      dynamic: `${noun}_list.id.label`,
    }),
    ...Object.fromEntries(Object.entries(schema.shape).filter(([key]) => keys.includes(key))),
    ...(numbered && {
      status: choice({ label: 'Status', helpText: `Only ${noun}s with this status.`, choices: statuses }),
    }),
  });

  return defineSearch({
    key: `find_${noun}`,
    noun: title,
    display: {
      label: `Find ${title}`,
      description: `Finds ${withArticle(noun)} by what you know of it.`,
    },
    operation: {
      inputFields: inputFields(form),
      outputFields: [...shapeFields(record), ...outputFields(matchedOn)],
      sample: { ...shape(record, record.fixture), matched_on: 'email' },
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const wanted: Record<string, unknown> = await readForm(form, bundle.inputData);
        if (Object.keys(wanted).length === 0)
          throw unusableInput(`Fill in at least one field to find the ${noun} by.`);
        const match =
          (await byId(z, record, filled(wanted[idKey]), wanted.status)) ??
          (await byDetails(z, record, wanted));
        return match === undefined ? [] : [{ ...shape(record, match.record), matched_on: match.on }];
      },
    },
  });
}

async function byId(
  z: ZObject,
  record: RecordKind,
  id: string | undefined,
  status: unknown,
): Promise<Match | undefined> {
  const found = id === undefined ? undefined : await findById(z, record, id);
  const fits = status === undefined || found?.status === status;
  return found && fits ? { record: found, on: 'id' } : undefined;
}

async function byDetails(
  z: ZObject,
  record: RecordKind,
  wanted: Record<string, unknown>,
): Promise<Match | undefined> {
  const { status } = wanted;
  const criteria = criteriaFor(record, wanted);
  if (status === undefined) return criteria.length === 0 ? undefined : findMatch(z, record, criteria);
  const inStatus = (entry: ApiRecord): boolean => entry.status === status;
  const narrowed = criteria.map(({ on, fits }): Criterion => ({
    on,
    fits: (entry) => inStatus(entry) && fits(entry),
  }));
  return findMatch(z, record, narrowed.length > 0 ? narrowed : [{ on: 'status', fits: inStatus }]);
}
