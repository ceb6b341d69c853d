import { keysPage } from '../settings.ts';
import { appError, expiredAuthError } from './app_error.ts';

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

/** The key cannot be sent in a header. Zapier holds the runs until somebody connects again. */
export function unusableKey(): Error {
  return expiredAuthError(
    `The API key contains blanks or characters other than plain letters, digits and signs. Connect again with a key from ${keysPage}.`,
  );
}
