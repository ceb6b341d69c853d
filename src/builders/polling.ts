import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import type * as zod from 'zod/mini';
import { inputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import { runOf } from '../lib/run.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { recordOutputFields, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';

/** What is special about one polling trigger. */
export interface PollingTrigger<F extends Form> {
  key: string;
  label: string;
  description: string;
  kind: RecordKind;
  form: F;
  /** The records that may fire, the newest first. */
  list: (z: ZObject, values: zod.output<F>) => Promise<ApiRecord[]>;
  /** Which of them fire. Decided here, since the API may ignore the filter that it was asked for. */
  fires: (record: ApiRecord, values: zod.output<F>) => boolean;
  /** Throws when that nothing is found in the editor's test may come from a mistake in the form. */
  nothingToTest?: (values: zod.output<F>) => void;
}

/**
 * Builds a trigger that Zapier polls. Zapier dedupes by id, so that a record fires once.
 * Its `perform` throws the errors of `readForm` and `zapierError`.
 */
export function pollingTrigger<F extends Form>(trigger: PollingTrigger<F>): Trigger {
  const { key, label, description, kind, form, list, fires, nothingToTest } = trigger;
  return defineTrigger({
    key,
    noun: kind.title,
    display: { label, description },
    operation: {
      type: 'polling',
      inputFields: inputFields(form),
      outputFields: recordOutputFields(kind),
      sample: toOutput(kind, kind.fixture),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const values = await readForm(form, bundle);
        const records = (await list(z, values)).filter((record) => fires(record, values));
        if (records.length === 0 && runOf(bundle).isLoadingSample === true) nothingToTest?.(values);
        return records.map((record) => toOutput(kind, record));
      },
    },
  });
}
