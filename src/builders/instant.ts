import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { listPage } from '../api/lists.ts';
import { inputFields, outputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { recordOutputFields, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';
import { deliveredRecord, hydratedRecord } from '../webhooks/delivered_record.ts';
import { isRepeated, markDelivered, openDelivery } from '../webhooks/delivery.ts';
import { subscribe, unsubscribe, type WebhookEvent } from '../webhooks/subscription.ts';
import type { Filter } from './filters.ts';

/** What is special about one instant trigger. */
export interface InstantTrigger {
  key: string;
  label: string;
  description: string;
  event: WebhookEvent;
  kind: RecordKind;
  filters: readonly Filter[];
  /** What a delivery of this event says beyond the record, with an example. */
  extra?: { form: Form; example: Record<string, unknown> };
}

/**
 * Builds a trigger that hears of an event at once: Zap on registers a webhook, each delivery becomes one item.
 * Its `perform` throws HaltedError for a delivery that is not signed, and the errors of `readForm` and `zapierError`.
 */
export function instantTrigger(trigger: InstantTrigger): Trigger {
  const { key, label, description, event, kind, filters, extra } = trigger;
  const form = zod.object(Object.fromEntries(filters.map((filter) => [filter.key, filter.field])));

  // A record from a list lacks what only a delivery says: its keys are there all the same, as null.
  const extraKeys = Object.keys(extra?.form.shape ?? {});
  const withoutExtra = Object.fromEntries(extraKeys.map((name) => [name, null]));
  const item = (record: ApiRecord): Output => toOutput(kind, { ...withoutExtra, ...record });

  const filterOf = async (bundle: Bundle): Promise<(record: ApiRecord) => boolean> => {
    const wanted: Record<string, unknown> = await readForm(form, bundle);
    const filledIn = filters.filter((filter) => wanted[filter.key] !== undefined);
    return (record) => filledIn.every((filter) => filter.passes(record, wanted[filter.key]));
  };

  return defineTrigger({
    key,
    noun: kind.title,
    display: { label, description },
    operation: {
      type: 'hook',
      inputFields: inputFields(form),
      outputFields: [...recordOutputFields(kind), ...(extra === undefined ? [] : outputFields(extra.form))],
      sample: item({ ...kind.fixture, ...extra?.example }),
      performSubscribe: (z: ZObject, bundle: Bundle) => subscribe(z, bundle, event, label),
      performUnsubscribe: unsubscribe,
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const delivery = openDelivery(bundle);
        const delivered = delivery?.event === event ? deliveredRecord(delivery.data, kind) : undefined;
        if (delivery === undefined || delivered === undefined) return [];
        const passes = await filterOf(bundle);
        // What the delivery says may rule the record out already, without a request.
        if (!passes(delivered) || (await isRepeated(z, delivery))) return [];
        const record = await hydratedRecord(z, kind, delivered, delivery.dedupeKeys[0]);
        if (!passes(record)) return [];
        await markDelivered(z, delivery);
        return [item(record)];
      },
      performList: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const { records } = await listPage(z, kind, {}, { attended: true });
        const passing = records.filter(await filterOf(bundle));
        // When nothing passes the filters yet, a person still gets real records to map fields from.
        return (passing.length > 0 ? passing : records).map(item);
      },
    },
  });
}
