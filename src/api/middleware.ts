import type {
  AfterResponseMiddleware,
  BeforeRequestMiddleware,
  Bundle,
  HttpRequestOptions,
} from 'zapier-platform-core';
import { ApiFailure } from './api_error.ts';
import { unusableKey } from './zapier_error.ts';
import { filled } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { apiUrl } from '../settings.ts';

/** A request to the API: its path below the base URL, and what the types of z.request lack. */
export interface ApiRequest extends HttpRequestOptions {
  url: string;
  /** False keeps the platform from reading `{{bundle.x}}` in what a person typed as its own syntax. */
  merge: false;
  signal: AbortSignal;
}

const writes = new Set(['POST', 'PATCH']);

/**
 * The one way out: base URL, key, and no write without an Idempotency-Key.
 * @throws Error when a request is not one to the API, or a write has no key: mistakes in the code, not of a person
 */
export const prepareRequest: BeforeRequestMiddleware = (request, _z, bundle) => {
  if (!request.url.startsWith('/')) throw new Error('Requests name a path of the API, never a URL.');
  const headers = { accept: 'application/json', ...request.headers };
  if (writes.has(String(request.method)) && !('Idempotency-Key' in headers)) {
    throw new Error('A write leaves with an Idempotency-Key or not at all.');
  }
  const key = apiKey(bundle.authData);
  // What cannot stand in a header would be told in the platform's own error, whole.
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
 * The one way in: only a success in JSON passes.
 * @throws ApiFailure for every other status, and for a success that cannot be read
 */
export const checkAnswer: AfterResponseMiddleware = (response) => {
  const { status, content } = response;
  const success = status >= 200 && status < 300;
  const data: unknown = response.data;
  if (success && (status === 204 || data !== undefined)) return response;
  throw new ApiFailure({ status, content, retryAfter: filled(response.getHeader('retry-after')) });
};

/** A mark of the connection for Zapier's cache: no two connections share what is remembered, and no key is in it. */
export function connectionMark(bundle: Bundle): string {
  return hash(apiKey(bundle.authData));
}

/** The API key of a connection, without the white space that copying brings along; '' when there is none. */
export function apiKey(authData: Record<string, string>): string {
  return (authData.api_key ?? '').trim();
}
