import { createHmac } from 'node:crypto';

/** One event to be delivered to one webhook destination. */
export interface Delivery {
  id: string;
  event: string;
  timestamp: string;
  body: string;
  attempt: number;
}

const timeoutMs = 10_000;

/**
 * The value of the header X-Webhook-Signature: HMAC-SHA256 over the raw body in lowercase hex (documented).
 * @param secret the signing secret that the destination got when it was registered
 */
export function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/**
 * Posts a delivery to its destination once, without retries.
 * @param stop aborts the request
 * @returns the HTTP status of the response; 0 when there was none within 10 seconds
 */
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
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
