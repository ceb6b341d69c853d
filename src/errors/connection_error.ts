import { isBlank, isObject } from '../lib/guards.ts';
import { keysPage } from '../settings.ts';
import { appError, expiredAuthError } from './app_error.ts';
import { quoted } from './sentence.ts';

/** Makes an error for the connection test, where Zapier shows it beside the API Key field. */
export function connectionError(sentence: string): Error {
  return appError(sentence, 'AuthenticationError', 401);
}

/** The key is missing or does not look like one. Only the connection test says this. */
export function malformedKey(): Error {
  return connectionError(
    `This does not look like a CleanEstimate Pro API key. Copy it whole from ${keysPage}: it begins with ce_live_ or ce_test_.`,
  );
}

/** The key works, but may read nothing. Only the connection test says this. */
export function uselessKey(): Error {
  return connectionError(
    `This API key works, but none of its scopes lets Zapier read records. Add one, such as leads:read, under ${keysPage}.`,
  );
}

/**
 * The key was let in, but what was answered is no list of records, so that nothing proves the key. Only the connection
 * test says this.
 * @param path what was asked for: "leads"
 * @param answer what the answer says: its words, its JSON, or nothing
 */
export function noList(path: string, answer: unknown): Error {
  const keys = isObject(answer) ? Object.keys(answer) : [];
  const isNothing = isBlank(answer) || (isObject(answer) && keys.length === 0);
  const what = isNothing
    ? ' with nothing that can be read'
    : typeof answer === 'string'
      ? quoted(answer)
      : keys.length > 0
        ? ` with${quoted(keys.slice(0, 3))} only`
        : ' with something else';
  return connectionError(
    `CleanEstimate Pro answered${what} where a list of ${path} belongs, so nobody knows whether this API key works. Try again later; if it stays so, tell the support of CleanEstimate Pro.`,
  );
}

/**
 * Something keeps the key out that has nothing to do with its scopes, such as a firewall. Only the connection test says
 * this.
 * @param reason the words of the answer; '' when it has none
 */
export function refusedEntry(reason: string): Error {
  const what =
    reason === ''
      ? 'It gave no reason: a firewall or a rule about addresses may be in the way.'
      : `It said${quoted(reason)}.`;
  return connectionError(
    `CleanEstimate Pro refuses this connection (error 403), whatever the scopes of the key. ${what} Ask whoever manages CleanEstimate Pro for you, or its support.`,
  );
}

/** The key cannot be sent in a header. Zapier holds the runs until somebody connects again. */
export function unusableKey(): Error {
  return expiredAuthError(
    `The API key contains blanks or characters other than plain letters, digits and signs. Connect again with a key from ${keysPage}.`,
  );
}
