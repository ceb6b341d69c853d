import * as zod from 'zod/mini';
import type { ApiRecord } from '../api/response.ts';
import { isBlank } from '../lib/guards.ts';
import { choice, quantity, text, type Choice, type Copy } from '../forms/kinds.ts';
import type { RecordKind } from '../records/record.ts';
import { serviceChoices } from '../records/services.ts';

/** A narrowing of a trigger: a field of its form, and which records pass. Left blank, all do. */
export interface Filter {
  key: string;
  field: zod.ZodMiniType;
  /** @param wanted what the form's field reads as, never blank */
  passes: (record: ApiRecord, wanted: unknown) => boolean;
}

/**
 * Passes records whose field says the same, in any case. A record that lacks the field passes: better a Zap too
 * often than a lead missed.
 */
export function equals(key: string, copy: Copy & { choices?: readonly Choice[] }): Filter {
  const { choices } = copy;
  const field = choices === undefined ? text(copy) : choice({ ...copy, choices });
  return {
    key,
    field,
    passes: (record, wanted) => isBlank(record[key]) || plain(record[key]) === plain(wanted),
  };
}

/** Passes records whose list holds the value; a record that lacks the list passes. */
export function includes(key: string, copy: Copy & { choices: readonly Choice[] }): Filter {
  return {
    key,
    field: choice(copy),
    passes: (record, wanted) => {
      const list: unknown = record[key];
      if (isBlank(list)) return true;
      return (Array.isArray(list) ? list : [list]).some((value) => plain(value) === plain(wanted));
    },
  };
}

/** The narrowing by status that several triggers have. */
export function equalsStatus({ noun, statuses }: RecordKind): Filter {
  return equals('status', {
    label: 'Status',
    helpText: `Only ${noun}s with this status. Leave blank for all.`,
    choices: statuses,
  });
}

/** The narrowing by amount that several triggers have. */
export function minimumTotal({ noun }: RecordKind): Filter {
  return atLeast(
    'minimum_total',
    {
      label: 'Minimum Total',
      helpText: `Only ${noun}s with at least this total, such as 500. Leave blank for all.`,
    },
    'total',
  );
}

/** The narrowing by service that the triggers of jobs have. */
export const serviceType = equals('service_type', {
  label: 'Service',
  helpText: 'Only jobs for this service. Leave blank for all.',
  choices: serviceChoices('_'),
});

/** Passes records with at least this amount; a record that lacks it passes. */
function atLeast(key: string, copy: Copy, of: string): Filter {
  return {
    key,
    field: quantity(copy, 0),
    passes: (record, wanted) => isBlank(record[of]) || !(Number(record[of]) < Number(wanted)),
  };
}

function plain(value: unknown): string {
  return String(value).trim().toLowerCase();
}
