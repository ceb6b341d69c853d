import type * as zod from 'zod/mini';
import { comparableChoice } from '../forms/choices.ts';
import { choice, statusChoice } from '../forms/choice_kinds.ts';
import { quantity } from '../forms/kinds.ts';
import { isBlank } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import { serviceChoices } from '../records/services.ts';

/*
 * What narrows a trigger down. A record that lacks the field passes every filter: better a Zap that runs too often
 * than a lead that is missed.
 */

/** A field of a trigger's form, and the records that pass when it is filled in. Left blank, all pass. */
export interface Filter {
  key: string;
  field: zod.ZodMiniType;
  /** @param wanted what was filled in, as the field reads it; never blank */
  passes: (record: ApiRecord, wanted: unknown) => boolean;
}

/** Passes records whose field has the same value, however it is spelled. */
export function equals(key: string, field: zod.ZodMiniType): Filter {
  return { key, field, passes: (record, wanted) => isBlank(record[key]) || isSame(record[key], wanted) };
}

/** Passes records whose list holds the value, however it is spelled. */
export function includes(key: string, field: zod.ZodMiniType): Filter {
  return {
    key,
    field,
    passes: (record, wanted) => {
      const list: unknown = record[key];
      return isBlank(list) || (Array.isArray(list) ? list : [list]).some((value) => isSame(value, wanted));
    },
  };
}

/** Passes records with this status. */
export function equalsStatus({ noun, statuses }: RecordKind): Filter {
  const helpText = `Only ${noun}s with this status. Leave blank for all.`;
  return equals('status', statusChoice({ label: 'Status', helpText, choices: statuses }));
}

/** Passes records with at least this total. */
export function minimumTotal({ noun }: RecordKind): Filter {
  const field = quantity(
    {
      label: 'Minimum Total',
      helpText: `Only ${noun}s with at least this total, such as 500. Leave blank for all.`,
    },
    { least: 0 },
  );
  return {
    key: 'minimum_total',
    field,
    // Turned round, so that a total that is not a number passes.
    passes: ({ total }, wanted) => isBlank(total) || !(Number(total) < Number(wanted)),
  };
}

/** Passes jobs for this service. */
export const serviceType = equals(
  'service_type',
  choice({
    label: 'Service',
    helpText: 'Only jobs for this service. Leave blank for all.',
    choices: serviceChoices('_'),
  }),
);

function isSame(value: unknown, wanted: unknown): boolean {
  return comparableChoice(String(value)) === comparableChoice(String(wanted));
}
