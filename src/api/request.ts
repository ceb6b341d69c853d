import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';
import { filled, isObject } from '../lib/guards.ts';
import { inOrder } from '../lib/in_order.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import { apiUrl, requestTimeoutMs, retryPauseMs } from '../settings.ts';
import { ApiError } from './api_error.ts';
import { bodyOf } from './body.ts';
import type { ApiRequest } from './middleware.ts';
import { onWatchedConnection } from './watched_connection.ts';

/** A call of the API. */
export interface ApiCall {
  method: NonNullable<HttpRequestOptions['method']>;
  /** The parts of the path: `['jobs', id]`. */
  path: string[];
  params?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  idempotencyKey?: string;
}

/** A success of the API. */
export interface Success {
  /** The parsed JSON; what stands there when it is a word, such as "OK"; undefined for an answer that has no body (204). */
  data: unknown;
  /** The Location header: where APIs that answer without a body say what they made. */
  location?: string | undefined;
}

// As parts of a path '', '.' and '..' would lead to another address, and half of an emoji cannot be encoded. No record
// has such an id, so the answer is 404 without a request.
const noPart = /^\.{0,2}$/;
const isImpossible = (part: string): boolean => noPart.test(part) || !part.isWellFormed();
// A second try with less time left would only be cut off.
const worthwhileMs = 1_000;

/**
 * Sends a call, and once more with the same Idempotency-Key when the failure may pass and time is left.
 * @throws ApiError when there is no success in the end
 */
export async function send(z: ZObject, call: ApiCall): Promise<Success> {
  const first = await whileInProgress(z, call);
  if (!(first instanceof ApiError)) return first;
  // With Retry-After the API says when to come back: then Zapier runs the step again, not we.
  if (!first.isRetryable || first.retryAfter !== undefined || timeLeftMs(z) < worthwhileMs) throw first;
  await sleep(retryPauseMs() * (1 + Math.random()));
  const second = await whileInProgress(z, call);
  if (!(second instanceof ApiError)) return second;
  second.isAfterFailure = true;
  throw second;
}

// While another run works on the same Idempotency-Key, mostly after a double click, its answer will be ours too.
async function whileInProgress(z: ZObject, call: ApiCall): Promise<Success | ApiError> {
  for (const pauses of [3, 6, 9]) {
    const response = await attempt(z, call);
    const pauseMs = retryPauseMs() * pauses;
    const running = response instanceof ApiError && response.inProgress;
    if (!running || timeLeftMs(z) < pauseMs + worthwhileMs) return response;
    await sleep(pauseMs);
  }
  return attempt(z, call);
}

async function attempt(z: ZObject, call: ApiCall): Promise<Success | ApiError> {
  if (call.path.some(isImpossible)) return new ApiError({ status: 404, content: '' });
  const began = Date.now();
  const result = await once(z, call);
  if (result instanceof ApiError) result.tookMs = Date.now() - began;
  return result;
}

async function once(z: ZObject, call: ApiCall): Promise<Success | ApiError> {
  const timeoutMs = Math.max(Math.min(requestTimeoutMs(), timeLeftMs(z)), 1);
  try {
    const response = await onWatchedConnection(apiUrl().protocol, timeoutMs, (agent, signal) => {
      const request: ApiRequest = {
        url: call.path.map((part) => `/${encodeURIComponent(part)}`).join(''),
        method: call.method,
        params: call.params ?? {},
        removeMissingValuesFrom: { params: true },
        // As text: from a body that it writes itself, the platform drops what a person typed in double curly braces.
        ...(call.body && { body: JSON.stringify(inOrder(call.body)) }),
        headers: {
          ...(call.body && { 'Content-Type': 'application/json' }),
          ...(call.idempotencyKey !== undefined && { 'Idempotency-Key': call.idempotencyKey }),
        },
        merge: false,
        agent,
        signal,
      };
      return z.request<unknown>(request);
    });
    const body = bodyOf(response);
    const word = response.status === 204 ? undefined : response.content;
    const data = body.is === 'json' ? body.value : word;
    return { data, location: filled(response.getHeader('location')) };
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
