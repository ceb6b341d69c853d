import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import type { ApiRecord } from '../api/response.ts';
import { listPage } from '../api/lists.ts';
import { isRepeated, markDelivered, openDelivery } from '../webhooks/delivery.ts';
import { inputFields, outputFields, readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import { shape, shapeFields, type Output, type RecordKind } from '../records/record.ts';
import { subscribe, unsubscribe, type WebhookEvent } from '../webhooks/subscription.ts';
import { fullRecord, partIn } from '../webhooks/delivered_record.ts';
import type { Filter } from './filters.ts';

/** What is special about one instant trigger. */
export interface InstantTrigger {
  key: string;
  label: string;
  description: string;
  event: WebhookEvent;
  record: RecordKind;
  filters?: readonly Filter[];
  /** What a delivery of this event says beyond the record, with an example. */
  extra?: { form: Form; example: Record<string, unknown> };
}

/**
 * Builds a trigger that CleanEstimate Pro calls itself: Zap on registers a webhook, each delivery becomes one item.
 * Its `perform` throws HaltedError for a delivery that is not signed, and the errors of `zapierError`.
 */
export function instantTrigger(trigger: InstantTrigger): Trigger {
  const { key, label, description, event, record, filters = [], extra } = trigger;
  const form = zod.object(Object.fromEntries(filters.map((filter) => [filter.key, filter.field])));

  // A sample from a list lacks what only a delivery says: the key is there all the same.
  const item = (entry: ApiRecord): Output => shape(record, { ...absent(extra?.form), ...entry });

  const matching = async (bundle: Bundle): Promise<(candidate: ApiRecord) => boolean> => {
    const wanted: Record<string, unknown> = await readForm(form, bundle.inputData);
    return (candidate) =>
      filters.every(
        (filter) => wanted[filter.key] === undefined || filter.passes(candidate, wanted[filter.key]),
      );
  };

  return defineTrigger({
    key,
    noun: record.title,
    display: { label, description },
    operation: {
      type: 'hook',
      inputFields: inputFields(form),
      outputFields: [...shapeFields(record), ...(extra === undefined ? [] : outputFields(extra.form))],
      sample: item({ ...record.fixture, ...extra?.example }),
      performSubscribe: (z: ZObject, bundle: Bundle) => subscribe(z, bundle, event, label),
      performUnsubscribe: unsubscribe,
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const delivery = openDelivery(bundle);
        const said = delivery?.event === event ? partIn(delivery.data, record) : undefined;
        if (delivery === undefined || said === undefined) return [];
        const matches = await matching(bundle);
        // What the delivery says already may rule it out, without a request.
        if (!matches(said) || (await isRepeated(z, delivery))) return [];
        const full = await fullRecord(z, record, said, delivery.marks[0]);
        if (!matches(full)) return [];
        await markDelivered(z, delivery);
        return [item(full)];
      },
      performList: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const { records } = await listPage(z, record, {}, { attended: true });
        const matches = await matching(bundle);
        const chosen = records.filter(matches);
        // A filter that nothing passes yet still gets a real record to map from.
        return (chosen.length > 0 ? chosen : records).map(item);
      },
    },
  });
}

function absent(form: Form | undefined): Record<string, null> {
  return Object.fromEntries(Object.keys(form?.shape ?? {}).map((key) => [key, null]));
}
