import { ApiError } from '../api/api_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { WriteEvent } from './write_state.ts';

/** What came back for a write. */
export type Answer =
  | { is: 'record'; record: ApiRecord }
  /** A success that does not show the record; its id where the Location header tells it. */
  | { is: 'success'; id?: string | undefined }
  | { is: 'failure'; error: ApiError };

/** What can happen to a write without a record coming or being found. */
export type EventWithoutRecord = Exclude<
  WriteEvent,
  'a record came back' | 'one record is found that can be it'
>;

/** What a run knows when an answer comes. */
export interface Circumstances {
  /** True when an earlier run sent this under the same key, and nobody knows how that ended. */
  isLater: boolean;
  /** For how long what was sent before has surely been settled, in ms; undefined when it may not be. */
  settledMs: number | undefined;
  /** The status of the failure that an earlier run got from the API itself under the same key; 0 when it got none. */
  seenStatus: number;
}

// A stored answer comes at once. What took longer was worked on.
const momentMs = 2_000;
// An API that lost the request it works on goes on saying so: then this is its stored answer.
const believedMs = 10 * 60 * 1000;

/**
 * What an answer without the record says of the write.
 * - 401, 403 and 429 come before the API looks at the write, so that they say nothing about an earlier try.
 * - A 409 says that the key is in use, or was: by this write, since nothing else has its key.
 * - Only the API itself can refuse; and where an earlier try may have been saved, only for a field that it names, since
 *   a gateway may write JSON, too.
 * - A failure that comes back to a later run at once may be the stored one. One that nobody has seen before may come from
 *   this very request, on which the API still works. That it is still working is believed for ten minutes.
 */
export function eventOf(
  answer: Exclude<Answer, { is: 'record' }>,
  circumstances: Circumstances,
): EventWithoutRecord {
  if (answer.is === 'success') return 'a success came back without its record';
  const { error } = answer;
  if (isRefusal(error, circumstances)) return 'the API refused it';
  const { settledMs, seenStatus } = circumstances;
  const isSettled = settledMs !== undefined && settledMs >= (error.inProgress ? believedMs : 0);
  const mayBeStored = ownStatus(error) === seenStatus && seenStatus !== 0 && error.tookMs < momentMs;
  return isSettled && mayBeStored ? 'a failure that may be stored came back' : 'nobody knows how it ended';
}

/**
 * The status of a failure that the API may have stored for a key: one in its own words, and its crash or its success as
 * a page for people, which gateways write with other numbers.
 * @returns 0 for one that comes from elsewhere, or before the API looks at the key
 */
export function ownStatus({ origin, status }: ApiError): number {
  const isPage = status === 500 || (status >= 200 && status < 300);
  return (origin === 'the API' || isPage) && ![401, 403, 429].includes(status) ? status : 0;
}

function isRefusal(error: ApiError, { isLater }: Circumstances): boolean {
  const { status, origin, isAfterFailure } = error;
  const isClientError = status >= 400 && status < 500;
  if (!isClientError || [401, 403, 408, 409, 425, 429].includes(status)) return false;
  if (!isLater && !isAfterFailure) return origin !== 'in between';
  return origin === 'the API' && [400, 422].includes(status) && error.details.some(({ path }) => path !== '');
}
