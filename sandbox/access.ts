import { ApiError } from './api_error.ts';
import type { Caller } from './keys.ts';

/** What a route requires of the API key that calls it. */
export interface Access {
  /** The scope that the key must have, such as `jobs:write`. Absent when any valid key is enough. */
  scope?: string;
  /** True for a write that needs an Idempotency-Key, so that repeating it returns the stored answer. */
  once?: boolean;
}

// The developer pages name these two as writable with a test key; the rest of that list could not be read.
const testWritable = ['leads:write', 'clients:write'];

/**
 * Checks that an API key may use a route.
 * @throws ApiError 403 when a test key calls a webhook route, when the key lacks the scope (the message names it), or
 *   when a test key writes anything but leads and clients
 */
export function checkAccess(caller: Caller, { scope }: Access): void {
  if (scope === undefined) return;
  const resource = scope.slice(0, scope.indexOf(':'));
  if (caller.mode === 'test' && resource === 'webhooks') {
    throw new ApiError(403, 'live_key_required', 'Webhook routes are live-only: use a ce_live_ key.');
  }
  if (!['*', `${resource}:*`, scope].some((granted) => caller.scopes.includes(granted))) {
    throw new ApiError(403, 'insufficient_scope', `The API key lacks the scope ${scope}.`);
  }
  if (caller.mode === 'test' && scope.endsWith(':write') && !testWritable.includes(scope)) {
    throw new ApiError(403, 'test_key_not_allowed', `A ce_test_ key cannot write ${resource}.`);
  }
}
