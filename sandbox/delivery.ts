import { createHmac } from 'node:crypto';

/** One event on its way to one destination. */
export interface Delivery {
  id: string;
  event: string;
  timestamp: string;
  body: string;
  attempt: number;
}

const patienceMs = 10_000;

/** The lowercase hex HMAC-SHA256 of the raw body, as X-Webhook-Signature carries it. */
export function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Posts a delivery once; returns the status, 0 when nobody answered. */
export async function post(
  delivery: Delivery,
  { url, secret }: { url: string; secret: string },
  stop: AbortSignal,
): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Webhook-ID': delivery.id,
        'X-Webhook-Signature': sign(delivery.body, secret),
        'X-Webhook-Event': delivery.event,
        'X-Webhook-Timestamp': delivery.timestamp,
        'X-Webhook-Attempt': String(delivery.attempt),
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
