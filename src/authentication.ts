import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from './api/api_error.ts';
import type { ErrorContext } from './api/error_context.ts';
import { send } from './api/request.ts';
import { withZapierErrors } from './api/zapier_error.ts';
import { malformedKey, uselessKey } from './errors/connection_error.ts';
import { apiKey } from './lib/connection.ts';
import { keysPage, productOrigin } from './settings.ts';

/** What the connection is called by: "Live key 1a2b3c4d". */
export interface Connection {
  mode: 'Live' | 'Test';
  /** The public part of the key: its eight characters after the mode. */
  prefix: string;
}

// Documented: the mode, 8 characters and 24 characters. Assumed: they are letters and digits.
const keyForm = /^ce_(live|test)_([A-Za-z0-9]{8})_[A-Za-z0-9]{24}$/;
// Documented resources, in the order of how often a key may read them.
const readable = ['leads', 'clients', 'estimates', 'jobs', 'invoices'];

/**
 * Proves a key by reading one record of the first kind that its scopes allow.
 * @throws AuthenticationError saying whether the key is malformed, not accepted, revoked, expired, or without any
 *   scope to read; the errors of `zapierError` when CleanEstimate Pro cannot tell now
 */
async function testConnection(z: ZObject, bundle: Bundle): Promise<Connection> {
  const [, mode, prefix = ''] = keyForm.exec(apiKey(bundle.authData)) ?? [];
  if (mode === undefined) throw malformedKey();
  for (const resource of readable) {
    if (await mayRead(z, resource)) return { mode: mode === 'live' ? 'Live' : 'Test', prefix };
  }
  throw uselessKey();
}

function mayRead(z: ZObject, resource: string): Promise<boolean> {
  const context: ErrorContext = { noun: 'key', scope: `${resource}:read`, connecting: true, attended: true };
  return withZapierErrors(context, async () => {
    try {
      await send(z, { method: 'GET', path: [resource], params: { limit: 1 } });
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 403 && !error.aboutPlan) return false;
      throw error;
    }
  });
}

/** The API key connection. */
export const authentication: Authentication = {
  type: 'custom',
  fields: [
    {
      key: 'api_key',
      label: 'API Key',
      type: 'password',
      required: true,
      helpText: `Make a key in [CleanEstimate Pro](${productOrigin}) under ${keysPage}. Instant triggers need a live key with the scopes of what you want to read and write, and \`webhooks:write\`.`,
    },
  ],
  test: testConnection,
  connectionLabel: '{{mode}} key {{prefix}}',
};
