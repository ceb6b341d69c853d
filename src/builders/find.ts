import { defineSearch, type Bundle, type Search, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { findById } from '../api/find_by_id.ts';
import { findMatch, type Match } from '../api/find_match.ts';
import { reachable } from '../api/reachable.ts';
import { unusableInput } from '../errors/form_error.ts';
import { inputFields } from '../forms/drawing.ts';
import { readLeniently } from '../forms/form.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { helped, recordId, text } from '../forms/kinds.ts';
import { filled, isBlank } from '../lib/guards.ts';
import { runOf } from '../lib/run.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { searchHelp } from '../records/fields.ts';
import { choiceOf } from '../records/comparing.ts';
import { criteriaFor, type Criterion } from '../records/matching.ts';
import { givenWith, toOutput, type Output } from '../records/output.ts';
import { withArticle, type RecordKind } from '../records/record.ts';

const matchedOn = zod.object({ matched_on: text({ label: 'Matched On' }) });

/**
 * Builds the search for one kind of record: by the record itself, else by number, email, phone or name, in this
 * order; what contradicts is not taken. A status narrows the search, or is all that is searched for. Of several matches
 * those that are worked with come before inactive, lost and archived ones, then the newest.
 * Its `perform` gives [] only when every record was looked at, and throws the errors of `readLeniently`, `findById` and
 * `findMatch`.
 */
export function findAction(kind: RecordKind): Search {
  const { noun, title, schema, contactKeys, statuses } = kind;
  const idKey = `${noun}_id`;
  const numbered = 'number' in schema.shape;
  const { email, phone, name } = contactKeys;
  const helps: Record<string, string> = {
    ...(numbered && { number: searchHelp.number }),
    ...{ [email]: searchHelp.email, [phone]: searchHelp.phone, [name]: searchHelp.name },
  };
  const byDetail = Object.entries(schema.shape).flatMap(([key, field]) => {
    const helpText = helps[key];
    return helpText === undefined ? [] : [[key, helped(field, helpText)] as const];
  });
  const form = zod.object({
    [idKey]: recordId({
      label: title,
      helpText: `Pick the ${noun}, or map it from another step.`,
      dynamic: `${noun}_list.id.label`,
    }),
    ...Object.fromEntries(byDetail),
    ...(numbered && {
      status: statusChoice({
        label: 'Status',
        helpText: `Only ${noun}s with this status.`,
        choices: statuses,
      }),
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
      ...givenWith(kind, matchedOn, { matched_on: 'email' }),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        // In a running Zap nobody has an email or a phone that is none, and "find or create" goes on to create.
        const mayFail = runOf(bundle).isLoadingSample === true ? [] : [email, phone];
        const { values, unread } = await readLeniently(form, zod.object({}), bundle, mayFail);
        const wanted: Record<string, unknown> = values;
        if (Object.keys(wanted).length === 0) {
          if (unread.length > 0) return [];
          throw unusableInput(`Fill in at least one field to find the ${noun} by.`);
        }
        const match =
          (await matchById(z, kind, filled(wanted[idKey]), wanted.status)) ??
          (await matchByDetails(z, kind, wanted));
        if (match === undefined) return [];
        return [{ ...toOutput(kind, await reachable(z, kind, match.record)), matched_on: match.on }];
      },
    },
  });
}

async function matchById(
  z: ZObject,
  kind: RecordKind,
  id: string | undefined,
  status: unknown,
): Promise<Match | undefined> {
  const record = id === undefined ? undefined : await findById(z, kind, id);
  const fits = status === undefined || (record !== undefined && isInStatus(kind, record, status));
  return record && fits ? { record, on: 'id' } : undefined;
}

async function matchByDetails(
  z: ZObject,
  kind: RecordKind,
  wanted: Record<string, unknown>,
): Promise<Match | undefined> {
  const { status } = wanted;
  const criteria = criteriaFor(kind, wanted);
  if (status === undefined) return findMatch(z, kind, criteria);
  const inStatus = (record: ApiRecord): boolean => isInStatus(kind, record, status);
  const byStatus: Criterion = {
    on: 'status',
    agrees: inStatus,
    fits: inStatus,
    shows: ({ status: shown }) => !isBlank(shown),
  };
  const narrowed = criteria.map((criterion): Criterion => ({
    ...criterion,
    fits: (record) => inStatus(record) && criterion.fits(record),
  }));
  return findMatch(z, kind, narrowed.length > 0 ? narrowed : [byStatus], false);
}

// Compared as choices are: "En Route" is en_route.
function isInStatus({ statuses }: RecordKind, { status }: ApiRecord, wanted: unknown): boolean {
  return choiceOf(statuses, status) === choiceOf(statuses, wanted);
}
