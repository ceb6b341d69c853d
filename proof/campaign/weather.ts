import type { Fault } from '../../sandbox/sandbox.ts';
import { requestTimeoutMs } from '../../src/settings.ts';
import type { Random } from './random.ts';

const statuses = [500, 502, 503, 504];
const retryMs = 2_000;

/** One fault for every way in which a request can fail. */
function everyFault(): Fault[] {
  return [
    { kind: 'drop_before' },
    { kind: 'drop_after' },
    { kind: 'slow_after', delayMs: 2 * requestTimeoutMs() },
    ...statuses.map((status): Fault => ({ kind: 'status_before', status })),
    ...statuses.map((status): Fault => ({ kind: 'status_after', status })),
    { kind: 'throttle', retryAfter: '2' },
    { kind: 'throttle', retryAfter: new Date(Date.now() + retryMs).toUTCString() },
    { kind: 'half_body' },
    { kind: 'html', status: 502 },
    { kind: 'html', status: 200 },
    { kind: 'wrong_type' },
    { kind: 'in_progress' },
  ];
}

/**
 * Random faults of every kind for the requests of one method, to be given to the sandbox.
 * @param share the share of these requests that fail, from 0 to 1
 */
export function weather(random: Random, method: 'GET' | 'POST', share: number): Fault[] {
  const faults = everyFault();
  // The sandbox tries one fault after the other, so each needs a probability with which together they hit the share.
  const probability = 1 - (1 - share) ** (1 / faults.length);
  return faults.map((fault) => ({ ...fault, method, probability, seed: random.below(2 ** 31) }));
}
