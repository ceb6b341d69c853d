import type { Bundle, ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../api/response.ts';
import { speaking, writeOnce } from '../writes/write_once.ts';
import type { Doing } from '../api/zapier_error.ts';
import { ApiFailure } from '../api/api_error.ts';
import { filled } from '../lib/guards.ts';
import { send } from '../api/request.ts';

/** The events that CleanEstimate Pro documents. */
export type WebhookEvent =
  | 'lead.created'
  | 'lead.status_changed'
  | 'estimate.created'
  | 'estimate.accepted'
  | 'job.created'
  | 'job.completed'
  | 'invoice.created'
  | 'invoice.paid';

/** What Zapier keeps of a registered webhook. */
export interface Destination {
  id: string;
  secret?: string;
}

const path = ['webhooks'];
const doing: Doing = { noun: 'webhook', scope: 'webhooks:write', attended: true };

/**
 * Registers Zapier's address for one event.
 * @param label the trigger's label, which names the destination in CleanEstimate Pro
 * @returns the destination with its id and secret: Zapier keeps it as `bundle.subscribeData`
 * @throws the errors of `zapierError`
 */
export function subscribe(
  z: ZObject,
  bundle: Bundle,
  event: WebhookEvent,
  label: string,
): Promise<Destination> {
  const body = { name: `Zapier: ${label}`, url: bundle.targetUrl ?? '', events: [event] };
  return speaking(doing, async () => {
    const created = await writeOnce(z, bundle, { method: 'POST', path }, { action: 'subscribe', body });
    const secret = secretIn(created);
    if (secret === undefined)
      z.console.log('CleanEstimate Pro gave no secret: deliveries cannot be verified.');
    return { id: created.id, ...(secret !== undefined && { secret }) };
  });
}

// Documented: the answer carries the secret. Assumed: as `secret`; any other key that ends so is read too, since
// without it a stranger could start the Zap.
function secretIn(created: ApiRecord): string | undefined {
  const others = Object.keys(created).filter((key) => /secret$/i.test(key));
  return ['secret', ...others].map((key) => filled(created[key])).find((value) => value !== undefined);
}

/**
 * Removes the destination that `subscribe` registered. One that is gone already is done; where the API cannot
 * remove any, the log says so and the Zap still turns off.
 * @throws the errors of `zapierError`
 */
export function unsubscribe(z: ZObject, bundle: Bundle): Promise<{ id: string }> {
  const id = filled(bundle.subscribeData?.id) ?? '';
  return speaking(doing, async () => {
    if (id === '') return { id };
    try {
      await send(z, { method: 'DELETE', path: [...path, id] });
    } catch (error) {
      if (!(error instanceof ApiFailure) || ![404, 405, 410].includes(error.status)) throw error;
      if (error.status === 405)
        z.console.log(`CleanEstimate Pro cannot remove the webhook ${id}: remove it there by hand.`);
    }
    return { id };
  });
}
