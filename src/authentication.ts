import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from './api/api_error.ts';
import type { Collection } from './api/collection.ts';
import type { ErrorContext } from './api/error_context.ts';
import { send } from './api/request.ts';
import { pageIn } from './api/response.ts';
import { withZapierErrors } from './api/zapier_error.ts';
import { malformedKey, noList, refusedEntry, uselessKey } from './errors/connection_error.ts';
import { apiKey, connectionMark } from './lib/connection.ts';
import { withoutKey } from './lib/without_key.ts';
import { keysPage, productOrigin } from './settings.ts';

const longestName = 60;

/** What the connection is called by. */
export interface Connection {
  /** "Main Street Washing (live)", or "Live key 1a2b3c4d" when the person gave no name. */
  label: string;
  mode: 'Live' | 'Test';
  /** The public part of the key: its eight characters after the mode. For a key of another form, a mark made of it. */
  prefix: string;
}

// Documented: the mode, 8 characters, `_` and 24 characters, the secret part. Which characters, no page says: the mode
// tells that it is a key, the rest is for the API to judge.
const keyForm = /^ce_(live|test)_[!-~]+$/;
const publicPart = /^ce_(?:live|test)_([A-Za-z0-9]{8})_[!-~]{16,}$/;
// Documented resources, in the order of how often a key may read them.
const readable: Collection[] = [
  { noun: 'lead', path: 'leads' },
  { noun: 'client', path: 'clients' },
  { noun: 'estimate', path: 'estimates' },
  { noun: 'job', path: 'jobs' },
  { noun: 'invoice', path: 'invoices' },
];

/**
 * Proves a key by reading one record of the first kind that its scopes allow. Nothing but a list of records is proof.
 * @throws AuthenticationError saying whether the key is malformed, not accepted, revoked, expired, without any scope to
 *   read, kept out for another reason, or answered with something else than a list; the errors of `zapierError` when
 *   CleanEstimate Pro cannot tell now
 */
async function testConnection(z: ZObject, bundle: Bundle): Promise<Connection> {
  const key = apiKey(bundle.authData);
  const [, mode] = keyForm.exec(key) ?? [];
  if (mode === undefined) throw malformedKey();
  for (const collection of readable) {
    if (await mayRead(z, collection)) {
      const prefix = publicPart.exec(key)?.[1] ?? connectionMark(bundle).slice(0, 8);
      return labelled({ mode: mode === 'live' ? 'Live' : 'Test', prefix }, bundle);
    }
  }
  throw uselessKey();
}

// Whoever connects twice tells the two apart by a name of their own. A key that was pasted there is not shown.
function labelled({ mode, prefix }: Omit<Connection, 'label'>, { authData }: Bundle): Connection {
  const name = withoutKey(authData.account_name ?? '', apiKey(authData))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName);
  const label = name === '' ? `${mode} key ${prefix}` : `${name} (${mode.toLowerCase()})`;
  return { label, mode, prefix };
}

function mayRead(z: ZObject, collection: Collection): Promise<boolean> {
  const { path } = collection;
  const context: ErrorContext = { noun: 'key', scope: `${path}:read`, connecting: true, attended: true };
  return withZapierErrors(context, async () => {
    try {
      const { data } = await send(z, { method: 'GET', path: [path], params: { limit: 1 } });
      const page = data === undefined ? undefined : pageIn(data, 1, collection);
      const isList = page !== undefined && (page.records.length > 0 || page.unreadable === 0);
      if (!isList) throw noList(path, data);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status >= 200 && error.status < 300) throw noList(path, error.message || error.code);
      if (error.status !== 403 || error.aboutPlan) throw error;
      if (error.aboutScopes) return false;
      throw refusedEntry(error.message || error.code);
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
    {
      key: 'account_name',
      label: 'Account Name',
      required: false,
      helpText:
        'What Zapier calls this connection, such as Main Street Washing. Without it, it is called by the key.',
    },
  ],
  test: testConnection,
  connectionLabel: '{{label}}',
};
