import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import type { ErrorContext } from '../api/error_context.ts';
import { recordIn } from '../api/response.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { noSecret } from '../errors/delivery_error.ts';
import { isAppError } from '../errors/app_error.ts';
import { connectionMark } from '../lib/connection.ts';
import { idText } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { requireTime } from '../writes/require_time.ts';
import { sendOnce } from '../writes/send_once.ts';
import { worldOf } from '../writes/world_of.ts';
import type { WriteWorld } from '../writes/write_world.ts';
import { destinations, listDestinations, removeAt, removeDestination } from './destinations.ts';
import { leftOverOf } from './left_over.ts';
import { secretIn } from './secret.ts';

/** An event of CleanEstimate Pro. Which there are, the contract says: it judges what a trigger asks for. */
export type WebhookEvent = `${'lead' | 'estimate' | 'job' | 'invoice'}.${string}`;

/** What Zapier keeps of a registered webhook, as `bundle.subscribeData`. */
export interface Destination {
  id: string;
  /** Signs the deliveries. CleanEstimate Pro tells it once, when the webhook is registered (documented). */
  secret: string;
}

const context: ErrorContext = { noun: 'webhook', scope: 'webhooks:write', attended: true, writes: true };

/**
 * Registers `bundle.targetUrl` for one event, once.
 * @param label the trigger's label, which names the destination in CleanEstimate Pro
 * @returns the destination with its id and secret
 * @throws the errors of `sendOnce`; Error when the API gives no secret, since anybody could then start the Zap
 */
export async function subscribe(
  z: ZObject,
  bundle: Bundle,
  event: WebhookEvent,
  label: string,
): Promise<Destination> {
  const url = bundle.targetUrl ?? '';
  const leftOver = leftOverOf(z, bundle, event);
  const world = worldFor(z, bundle, { name: `Zapier: ${label}`, url, events: [event] });
  try {
    const registered = await register(z, bundle, world, event, url);
    const [listed, urls] = await Promise.all([listDestinations(z), leftOver.urls()]);
    // What an earlier registration stored under the same key may be gone since.
    const isThere = listed?.some(({ id }) => id === registered.id) ?? true;
    const destination = isThere
      ? registered
      : await register(z, bundle, { ...world, cache: undefined }, event, url);
    await removeAt(z, listed ?? [], [...urls, url], destination.id);
    if (urls.length > 0) await leftOver.forget();
    const secret = secretIn(destination);
    if (secret !== undefined) return { id: destination.id, secret };
    await removeAt(z, [{ ...destination, url }], [url]);
    throw noSecret();
  } catch (error) {
    if (isAppError(error, 'Unreachable', 'ServerProblem', 'Unclear')) await leftOver.add(url);
    throw error;
  }
}

function register(
  z: ZObject,
  bundle: Bundle,
  world: WriteWorld,
  event: WebhookEvent,
  url: string,
): Promise<ApiRecord> {
  requireTime(z);
  const write = { action: 'subscribe', written: { event, url }, mark: connectionMark(bundle) };
  return withZapierErrors(context, () => sendOnce(context, world, write));
}

function worldFor(z: ZObject, bundle: Bundle, body: { url: string } & Record<string, unknown>): WriteWorld {
  const call = (): { method: 'POST'; path: string[]; body: typeof body } => ({
    method: 'POST',
    path: [destinations.path],
    body,
  });
  const look: WriteWorld['look'] = async ({ state }) => {
    const listed = await listDestinations(z);
    if (listed === undefined) return { event: 'the records cannot be seen' };
    const [own] = listed.filter(({ url }) => url === body.url);
    if (state === 'saved' && own !== undefined)
      return { event: 'one record is found that can be it', record: own };
    // Its secret was told to nobody, so that it is of no use.
    await removeAt(z, listed, [body.url]);
    return { event: 'no record can be it' };
  };
  // The secret may stand beside the webhook.
  const withSecret = (answer: unknown): ApiRecord | undefined => {
    const record = recordIn(answer, destinations);
    return record && { ...record, secret: secretIn(answer) };
  };
  const world = worldOf(z, bundle, destinations, call, look, withSecret);
  // The list shows all destinations, and a person waits: nothing has to settle.
  return { ...world, settlingMs: 0 };
}

/**
 * Removes the destination that `subscribe` registered.
 * @returns the destination's id; '' when Zapier kept none
 * @throws the errors of `zapierError`; the log then names the webhook that stays
 */
export function unsubscribe(z: ZObject, bundle: Bundle): Promise<{ id: string }> {
  const id = idText(bundle.subscribeData?.id) ?? '';
  return withZapierErrors({ ...context, writes: undefined }, async () => {
    if (id === '') return { id };
    try {
      await removeDestination(z, id);
    } catch (error) {
      if (error instanceof ApiError)
        z.console.log(`The webhook ${id} could not be removed: remove it in CleanEstimate Pro by hand.`);
      throw error;
    }
    return { id };
  });
}
