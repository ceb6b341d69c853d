import type * as zod from 'zod/mini';
import { choice, statusChoice } from '../forms/choice_kinds.ts';
import { metaOf } from '../forms/field_meta.ts';
import { quantity } from '../forms/kinds.ts';
import { ownMember } from '../lib/guards.ts';
import { amountIn } from '../records/amount_in.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { mayName } from '../records/may_name.ts';
import type { RecordKind } from '../records/record.ts';
import { serviceChoices } from '../records/services.ts';

/*
 * What narrows a trigger down. A record that lacks the field, or has something in it that cannot be compared, such as the
 * number of a status or an amount in two currencies, passes every filter: better a Zap that runs too often, which a
 * person sees and can filter further, than a lead that is missed, which nobody sees.
 */

/** A field of a trigger's form, and the records that pass when it is filled in. Left blank, all pass. */
export interface Filter {
  key: string;
  field: zod.ZodMiniType;
  /** @param wanted what was filled in, as the field reads it; never blank */
  passes: (record: ApiRecord, wanted: unknown) => boolean;
}

/**
 * Passes records whose field names the value: alone, in a list, or in a text with commas, spelled in any way that people
 * and APIs spell choices.
 */
export function equals(key: string, field: zod.ZodMiniType): Filter {
  const { choices = [] } = metaOf(key, field);
  return { key, field, passes: (record, wanted) => mayName(ownMember(record, key), String(wanted), choices) };
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
    passes: (record, wanted) => (amountIn(ownMember(record, 'total')) ?? Infinity) >= Number(wanted),
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

/** Whether a job is for the service that a form names; true when it names none. */
export function passesService(record: ApiRecord, service: unknown): boolean {
  return service === undefined || serviceType.passes(record, service);
}
