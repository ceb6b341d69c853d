import { ApiError } from './api_error.ts';
import type { Caller } from './keys.ts';

/** What a route asks of a key. */
export interface Access {
  /** Like `jobs:write`; absent where any good key will do. */
  scope?: string;
  /** Whether the write is remembered under its Idempotency-Key. */
  once?: boolean;
}

const testWritable = ['leads:write', 'clients:write'];

/** Lets the caller through, or throws a 403 that says what is missing. */
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
