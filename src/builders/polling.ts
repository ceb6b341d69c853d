import {
  defineTrigger,
  type Bundle,
  type PlainOutputField,
  type Trigger,
  type ZObject,
} from 'zapier-platform-core';
import * as zod from 'zod/mini';
import type { Purpose } from '../api/polled.ts';
import { inputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import { zoneOf } from '../lib/calendar.ts';
import { runOf } from '../lib/run.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { takenWhole } from '../lib/taken_whole.ts';
import { givenOf, givenWith, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';

/** One poll. */
export interface Poll<F extends Form> {
  z: ZObject;
  bundle: Bundle;
  values: zod.output<F>;
  purpose: Purpose;
  /** The time zone in which the Zap's days begin, an IANA name. */
  zone: string;
}

/** What is special about one polling trigger. */
export interface PollingTrigger<F extends Form> {
  key: string;
  label: string;
  description: string;
  kind: RecordKind;
  form: F;
  /** The records that may fire, each once, the newest first. */
  read: (poll: Poll<F>) => Promise<ApiRecord[]>;
  /** Which of them fire. Decided here, since the API may ignore the filter that it was asked for. */
  fires: (record: ApiRecord, values: zod.output<F>) => boolean;
  /** Throws when that nothing is found in the editor's test may come from a mistake in the form. */
  nothingToTest?: (values: zod.output<F>) => void;
  /** What else tells two items of one record apart, so that the record fires again when it changes. */
  onceFor?: readonly string[];
  /** What an item has beyond the record. */
  extra?: Form;
  /** What the sample has in other ways than any record of its kind. */
  example?: Record<string, unknown>;
}

/**
 * Builds a trigger that Zapier polls. Zapier dedupes by id, so that a record fires once, or once for each value of
 * `onceFor`. When a Zap is turned on, Zapier only notes these, and nothing else is given then.
 * Its `perform` throws the errors of `readForm` and of `read`.
 */
export function pollingTrigger<F extends Form>(trigger: PollingTrigger<F>): Trigger {
  const { key, label, description, kind, form, read, fires, nothingToTest } = trigger;
  const { onceFor = [], extra, example = {} } = trigger;
  const isOwn = extra !== undefined || trigger.example !== undefined;
  const given = isOwn ? givenWith(kind, extra ?? zod.object({}), example) : givenOf(kind);
  const marks = onceFor.length === 0 ? [] : ['id', ...onceFor];
  const item = (record: ApiRecord): Output => toOutput(kind, record);
  const markOf = (record: ApiRecord): Output => {
    const whole: Record<string, unknown> = onceFor.length === 0 ? {} : item(record);
    return { ...Object.fromEntries(onceFor.map((mark) => [mark, whole[mark]])), id: record.id };
  };
  return defineTrigger({
    key,
    noun: kind.title,
    display: { label, description },
    operation: {
      type: 'polling',
      inputFields: inputFields(form),
      ...given,
      ...(marks.length > 0 && { outputFields: marked(given.outputFields, marks) }),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const values = await readForm(form, bundle);
        const purpose = purposeOf(bundle);
        const records = await read({ z, bundle, values, purpose, zone: zoneOf(runOf(bundle).timezone) });
        const firing = records.filter((record) => fires(record, values));
        if (firing.length === 0 && runOf(bundle).isLoadingSample === true) nothingToTest?.(values);
        return firing.map(purpose === 'turning on' ? markOf : item);
      },
    },
  });
}

function marked(fields: readonly PlainOutputField[], marks: readonly string[]): PlainOutputField[] {
  return fields.map((field) => (marks.includes(field.key) ? takenWhole({ ...field, primary: true }) : field));
}

function purposeOf(bundle: Bundle): Purpose {
  const { isPopulatingDedupe, isLoadingSample } = runOf(bundle);
  if (isPopulatingDedupe === true) return 'turning on';
  return isLoadingSample === true ? 'sample' : 'poll';
}
