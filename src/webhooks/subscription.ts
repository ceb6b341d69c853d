import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import type { ErrorContext } from '../api/error_context.ts';
import { send } from '../api/request.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { filled } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { writeOnce } from '../writes/write_once.ts';

/** An event of CleanEstimate Pro. Which there are, the contract says: it judges what a trigger asks for. */
export type WebhookEvent = `${'lead' | 'estimate' | 'job' | 'invoice'}.${string}`;

/** What Zapier keeps of a registered webhook, as `bundle.subscribeData`. */
export interface Destination {
  id: string;
  /** Signs the deliveries. CleanEstimate Pro tells it once, when the webhook is registered (documented). */
  secret?: string;
}

const path = ['webhooks'];
const context: ErrorContext = { noun: 'webhook', scope: 'webhooks:write', attended: true };

/**
 * Registers `bundle.targetUrl` for one event.
 * @param label the trigger's label, which names the destination in CleanEstimate Pro
 * @returns the destination with its id and secret
 * @throws the errors of `zapierError`; Error when no time is left to hear whether it was registered
 */
export function subscribe(
  z: ZObject,
  bundle: Bundle,
  event: WebhookEvent,
  label: string,
): Promise<Destination> {
  const body = { name: `Zapier: ${label}`, url: bundle.targetUrl ?? '', events: [event] };
  return withZapierErrors(context, async () => {
    const created = await writeOnce(z, bundle, { method: 'POST', path }, { action: 'subscribe', body });
    const secret = secretIn(created);
    if (secret === undefined)
      z.console.log('CleanEstimate Pro gave no secret: deliveries cannot be verified.');
    return { id: created.id, ...(secret !== undefined && { secret }) };
  });
}

// Documented: the response carries the secret. Assumed: as `secret`. Any other key that ends so is read too, since
// without a secret a stranger could start the Zap.
function secretIn(created: ApiRecord): string | undefined {
  const others = Object.keys(created).filter((key) => /secret$/i.test(key));
  return ['secret', ...others].map((key) => filled(created[key])).find((value) => value !== undefined);
}

/**
 * Removes the destination that `subscribe` registered. One that is gone already (404, 410) is done; where the API
 * cannot remove destinations (405), the log says so and the Zap still turns off.
 * @returns the destination's id; '' when Zapier kept none
 * @throws the errors of `zapierError`
 */
export function unsubscribe(z: ZObject, bundle: Bundle): Promise<{ id: string }> {
  const id = filled(bundle.subscribeData?.id) ?? '';
  return withZapierErrors(context, async () => {
    if (id === '') return { id };
    try {
      await send(z, { method: 'DELETE', path: [...path, id] });
    } catch (error) {
      if (!(error instanceof ApiError) || ![404, 405, 410].includes(error.status)) throw error;
      if (error.status === 405)
        z.console.log(`CleanEstimate Pro cannot remove the webhook ${id}: remove it there by hand.`);
    }
    return { id };
  });
}
