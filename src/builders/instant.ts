import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { inputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import type { Form } from '../forms/labels.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { givenOf, givenWith, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';
import { openDelivery } from '../webhooks/delivery.ts';
import { recall } from '../webhooks/delivery_memory.ts';
import { hydratedRecords } from '../webhooks/hydrated_record.ts';
import { routeOf } from '../webhooks/route.ts';
import { subscribe, unsubscribe, type WebhookEvent } from '../webhooks/subscription.ts';
import type { Filter } from './filters.ts';
import { sampleRecords, type Happened } from './happened.ts';

/** What is special about one instant trigger. */
export interface InstantTrigger {
  key: string;
  label: string;
  description: string;
  event: WebhookEvent;
  kind: RecordKind;
  filters: readonly Filter[];
  /** To which records the event has happened, when it is not all of them. */
  happened?: Happened;
  /** What a delivery of this event says beyond the record, with an example. */
  extra?: { form: Form; example: Record<string, unknown> };
}

/**
 * Builds a trigger that hears of an event at once: Zap on registers a webhook, each delivery becomes an item for
 * each record in it, one mostly. Its `perform` throws HaltedError for a delivery that is not signed, and the errors of `readForm` and `zapierError`.
 */
export function instantTrigger(trigger: InstantTrigger): Trigger {
  const { key, label, description, event, kind, filters, extra, happened } = trigger;
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
      ...(extra === undefined ? givenOf(kind) : givenWith(kind, extra.form, extra.example)),
      performSubscribe: (z: ZObject, bundle: Bundle) => subscribe(z, bundle, event, label),
      performUnsubscribe: unsubscribe,
      perform: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        const told = openDelivery(z, bundle, { event, kind });
        if (told.length === 0) return [];
        const passes = await filterOf(bundle);
        // What the delivery says may rule a record out already, without a request.
        const passing = told.filter(({ record }) => passes(record));
        if (passing.length === 0) return [];
        const [memory, route] = await Promise.all([recall(z, bundle, told), routeOf(z, bundle, kind)]);
        if (memory.cameBefore) return [];
        const said = passing.map(({ record }) => record);
        const records = (await hydratedRecords(z, said, { kind, memory, route })).filter(passes);
        return records.length > 0 && (await memory.claim()) ? records.map(item) : [];
      },
      performList: async (z: ZObject, bundle: Bundle): Promise<Output[]> => {
        return (await sampleRecords(z, kind, await filterOf(bundle), happened)).map(item);
      },
    },
  });
}
