import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import type * as zod from 'zod/mini';
import type { ApiRecord } from '../api/response.ts';
import { inputFields, readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import { shape, shapeFields, type Output, type RecordKind } from '../records/record.ts';

/** What is special about one polling trigger. */
export interface PollingTrigger<F extends Form> {
  key: string;
  label: string;
  description: string;
  record: RecordKind;
  form: F;
  /** The records that may fire, the newest first. */
  list: (z: ZObject, values: zod.output<F>) => Promise<ApiRecord[]>;
  /** Which of them fire: the API's own filter is not relied on. */
  fires: (record: ApiRecord, values: zod.output<F>) => boolean;
}

/**
 * Builds a trigger that Zapier polls. Zapier remembers ids, so a record fires once.
 * Its `perform` throws the errors of `readForm` and `zapierError`.
 */
export function pollingTrigger<F extends Form>(trigger: PollingTrigger<F>): Trigger {
  const { key, label, description, record, form, list, fires } = trigger;
  return defineTrigger({
    key,
    noun: record.title,
    display: { label, description },
    operation: {
      type: 'polling',
      inputFields: inputFields(form),
      outputFields: shapeFields(record),
      sample: shape(record, record.fixture),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const values = await readForm(form, bundle.inputData);
        const records = await list(z, values);
        return records.filter((entry) => fires(entry, values)).map((entry) => shape(record, entry));
      },
    },
  });
}
