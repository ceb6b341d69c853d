import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';
import { isObject } from '../lib/guards.ts';
import { requestTimeoutMs, retryPauseMs } from '../settings.ts';
import { ApiError } from './api_error.ts';
import { timeLeftMs } from './deadline.ts';
import type { ApiRequest } from './middleware.ts';

/** A call of the API. */
export interface ApiCall {
  method: NonNullable<HttpRequestOptions['method']>;
  /** The parts of the path: `['jobs', id]`. */
  path: string[];
  params?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  idempotencyKey?: string;
}

// As parts of a path '', '.' and '..' would lead to another address, and half of an emoji cannot be encoded. No record
// has such an id, so the answer is 404 without a request.
const impossibleId = /^\.{0,2}$|\p{Surrogate}/u;
// A second try with less time left would only be cut off.
const worthwhileMs = 1_000;

/**
 * Sends a call, and once more with the same Idempotency-Key when the failure may pass and time is left.
 * @returns the response's JSON; undefined when it has none
 * @throws ApiError when there is no success in the end
 */
export async function send(z: ZObject, call: ApiCall): Promise<unknown> {
  const first = await whileInProgress(z, call);
  if (!(first instanceof ApiError)) return first.data;
  // With Retry-After the API says when to come back: then Zapier runs the step again, not we.
  if (!first.isRetryable || first.retryAfter !== undefined || timeLeftMs(z) < worthwhileMs) throw first;
  await sleep(retryPauseMs() * (1 + Math.random()));
  const second = await whileInProgress(z, call);
  if (!(second instanceof ApiError)) return second.data;
  // Only a 500 in the API's own JSON can be its stored answer: 502 to 504 come from a gateway that cannot reach it.
  second.repeated = second.status === 500 && second.isApiTrouble && second.replayMark === first.replayMark;
  throw second;
}

// While another run works on the same Idempotency-Key, mostly after a double click, its answer will be ours too.
async function whileInProgress(z: ZObject, call: ApiCall): Promise<{ data: unknown } | ApiError> {
  for (const pauses of [3, 6, 9]) {
    const response = await attempt(z, call);
    const pauseMs = retryPauseMs() * pauses;
    const running = response instanceof ApiError && response.inProgress;
    if (!running || timeLeftMs(z) < pauseMs + worthwhileMs) return response;
    await sleep(pauseMs);
  }
  return attempt(z, call);
}

async function attempt(z: ZObject, call: ApiCall): Promise<{ data: unknown } | ApiError> {
  if (call.path.some((part) => impossibleId.test(part))) return new ApiError({ status: 404, content: '' });
  const request: ApiRequest = {
    url: call.path.map((part) => `/${encodeURIComponent(part)}`).join(''),
    method: call.method,
    params: call.params ?? {},
    removeMissingValuesFrom: { params: true },
    // As text: from a body that it writes itself, the platform drops what a person typed in double curly braces.
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
    if (error instanceof ApiError) return error;
    if (isConnectionError(error)) return new ApiError({ status: 0, content: '' });
    throw error;
  }
}

// Not the one of node:timers/promises: every cold start would have to load that.
function sleep(pauseMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

// The errors of node-fetch: no connection, a connection that broke, a time limit, a response cut short.
function isConnectionError(error: unknown): boolean {
  return isObject(error) && (error.name === 'FetchError' || error.name === 'AbortError');
}
