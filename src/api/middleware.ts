import type {
  AfterResponseMiddleware,
  BeforeRequestMiddleware,
  HttpRequestOptions,
} from 'zapier-platform-core';
import { unusableKey } from '../errors/connection_error.ts';
import { apiKey } from '../lib/connection.ts';
import { filled } from '../lib/guards.ts';
import { apiUrl } from '../settings.ts';
import { ApiError } from './api_error.ts';
import { bodyOf, saysError } from './body.ts';

/** A request to the API: its path below the base URL, and the options that the platform's types lack. */
export interface ApiRequest extends HttpRequestOptions {
  url: string;
  /** False keeps the platform from reading `{{bundle.x}}` in what a person typed as its own syntax. */
  merge: false;
  signal: AbortSignal;
}

const writes = new Set(['POST', 'PATCH']);

/**
 * The one way out: sets the base URL and the key, and lets no write leave without an Idempotency-Key, which the API
 * requires (documented).
 * @throws ExpiredAuthError for a key that cannot stand in a header; Error of `apiUrl`; Error for a request that names
 *   a URL or a write without a key, which are mistakes in the code
 */
export const prepareRequest: BeforeRequestMiddleware = (request, _z, bundle) => {
  if (!request.url.startsWith('/')) throw new Error('Requests name a path of the API, never a URL.');
  const headers = { accept: 'application/json', ...request.headers };
  if (writes.has(String(request.method)) && !('Idempotency-Key' in headers)) {
    throw new Error('A write leaves with an Idempotency-Key or not at all.');
  }
  const key = apiKey(bundle.authData);
  // The platform's own error for a header it cannot send would show the whole key.
  if (!/^[!-~]*$/.test(key)) throw unusableKey();
  return {
    ...request,
    url: `${apiUrl().href.replace(/\/$/, '')}${request.url}`,
    // A redirect could carry the key to another host.
    redirect: 'manual',
    skipThrowForStatus: true,
    headers: { ...headers, Authorization: `Bearer ${key}` },
  };
};

/**
 * The one way in: only a success in JSON, or one that says nothing, passes.
 * @throws ApiError for every other status, for a success that cannot be read, and for one whose JSON tells of an error
 */
export const checkResponse: AfterResponseMiddleware = (response, _z, bundle) => {
  const { status, content, request } = response;
  const body = bodyOf(response);
  // A write may be answered by a word or by nothing. Of a read, only 204 says that there is nothing.
  const mayBeNothing = request.method !== 'GET' || status === 204;
  const isRead = body.is === 'nothing' ? mayBeNothing : body.is === 'json' && !saysError(body.value);
  if (status >= 200 && status < 300 && isRead) return response;
  const retryAfter = filled(response.getHeader('retry-after'));
  throw new ApiError({ status, content, retryAfter, key: apiKey(bundle.authData) });
};
