import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';
import { timeLeftMs } from './deadline.ts';
import { ApiFailure } from './api_error.ts';
import { isObject } from '../lib/guards.ts';
import type { ApiRequest } from './middleware.ts';
import { requestTimeoutMs, retryPauseMs } from '../settings.ts';

/** A call of the API. */
export interface Call {
  method: NonNullable<HttpRequestOptions['method']>;
  /** The parts of the path: `['jobs', id]`. */
  path: string[];
  params?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  idempotencyKey?: string;
}

// In an address dots lead elsewhere, nothing means the list, and half of an emoji cannot stand: no record has such an id.
const nowhere = /^\.{0,2}$|\p{Surrogate}/u;
// Below this a second try would only be cut off.
const worthwhileMs = 1_000;

/**
 * Sends a call, and once more with the same key when the first try may only have had bad luck and time is left.
 * @returns the answer's JSON; undefined when it has none
 * @throws ApiFailure when there is no success in the end
 */
export async function send(z: ZObject, call: Call): Promise<unknown> {
  const first = await patiently(z, call);
  if (!(first instanceof ApiFailure)) return first.data;
  // Who says when to come back is not asked again before.
  if (!first.mayPass || first.retryAfter !== undefined || timeLeftMs(z) < worthwhileMs) throw first;
  await sleep(retryPauseMs() * (1 + Math.random()));
  const second = await patiently(z, call);
  if (!(second instanceof ApiFailure)) return second.data;
  // Gateways answer 502 to 504 for an API they cannot reach; a 500 in JSON, equal to the letter, is the API's own.
  second.repeated = second.status === 500 && second.ownTrouble && second.fingerprint === first.fingerprint;
  throw second;
}

// While another run works on the same key, its answer will be ours too: mostly a double click.
async function patiently(z: ZObject, call: Call): Promise<{ data: unknown } | ApiFailure> {
  for (const pauses of [3, 6, 9]) {
    const answer = await attempt(z, call);
    const pauseMs = retryPauseMs() * pauses;
    const running = answer instanceof ApiFailure && answer.inProgress;
    if (!running || timeLeftMs(z) < pauseMs + worthwhileMs) return answer;
    await sleep(pauseMs);
  }
  return attempt(z, call);
}

async function attempt(z: ZObject, call: Call): Promise<{ data: unknown } | ApiFailure> {
  if (call.path.some((part) => nowhere.test(part))) return new ApiFailure({ status: 404, content: '' });
  const request: ApiRequest = {
    url: call.path.map((part) => `/${encodeURIComponent(part)}`).join(''),
    method: call.method,
    params: call.params ?? {},
    removeMissingValuesFrom: { params: true },
    // As text: of a body it writes itself, the platform drops whatever a person typed in double curly braces.
    ...(call.body && { body: JSON.stringify(call.body) }),
    headers: {
      ...(call.body && { 'Content-Type': 'application/json' }),
      ...(call.idempotencyKey !== undefined && { 'Idempotency-Key': call.idempotencyKey }),
    },
    merge: false,
    signal: AbortSignal.timeout(Math.max(Math.min(requestTimeoutMs(), timeLeftMs(z)), 1)),
  };
  try {
    const response = await z.request<unknown>(request);
    return { data: response.data };
  } catch (error) {
    if (error instanceof ApiFailure) return error;
    if (isConnectionError(error)) return new ApiFailure({ status: 0, content: '' });
    throw error;
  }
}

// Not the one of node:timers/promises: every cold start would have to load that.
function sleep(pauseMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

// node-fetch's own errors: no connection, a connection that broke, a time limit, an answer cut short.
function isConnectionError(error: unknown): boolean {
  return isObject(error) && (error.name === 'FetchError' || error.name === 'AbortError');
}
