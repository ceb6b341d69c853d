import { errors } from 'zapier-platform-core';
import type { ApiFailure } from './api_error.ts';
import { labelOf, type Form } from '../forms/labels.ts';
import { fitting, quoted, whole } from '../errors/sentence.ts';
import { keysPage } from '../settings.ts';

/** What the app was doing when it failed: decides which words help. */
export interface Doing {
  /** The record in a person's words: "job". */
  noun: string;
  /** The scope the request needs: "jobs:write". */
  scope: string;
  /** True when the API may have stored something. */
  writes?: boolean;
  /** True when one record is asked for by its id. */
  targeted?: boolean;
  /** True when the write carries a Unique Reference. */
  referenced?: boolean;
  /** True while a person waits in the editor and nothing runs the step again: connecting, turning a Zap on. */
  attended?: boolean;
  /** True while a delivery is read, which Zapier runs once more when it is asked to wait. */
  delivery?: boolean;
  /** True in the connection test. */
  connecting?: boolean;
  /** The form whose labels name the fields. */
  form?: Form;
}

/** One thing wrong with a form. */
export interface Problem {
  label: string;
  value: unknown;
  complaint: string;
}

const unharmed = 'It may or may not have been saved; replaying the step will not save it twice.';
const later = 'Nothing needs fixing here: it will work when it is tried again later.';

/** Says what is wrong with the values of a form, before anything is sent. */
export function invalidForm(problems: Problem[]): Error {
  const sentences = problems.map(({ label, value, complaint }) =>
    value === undefined
      ? `${label} ${/(?<![su])s$/.test(label) ? 'are' : 'is'} missing.`
      : `${label}${quoted(value)} ${complaint}.`,
  );
  return plainError(sentences.join(' '), 'InvalidForm', 400);
}

/** Says one thing about the input that no single field is to blame for. */
export function unusableInput(sentence: string): Error {
  return plainError(sentence, 'InvalidForm', 400);
}

/** The record that an action is about does not exist. */
export function missingRecord(noun: string): Error {
  return plainError(notFound(noun), 'NotFound', 404);
}

/** The API does not show the notes that a further one should be added to. */
export function unseenNotes(noun: string): Error {
  return plainError(
    `CleanEstimate Pro did not show the notes of this ${noun}, so nothing was added: they might be lost.`,
    'UnseenNotes',
    409,
  );
}

/** A step that began a long search has no time left to write and hear of it. */
export function outOfTime(): Error {
  return plainError(
    'There was no time left in this step to save anything, so nothing was written. Replay the step later.',
    'OutOfTime',
    504,
  );
}

/** The key has characters that no key has. Zapier holds the runs until somebody reconnects. */
export function unusableKey(): Error {
  return silent(
    new errors.ExpiredAuthError(
      `The API key has characters that no key has. Connect again with a key from ${keysPage}.`,
    ),
  );
}

/** True for an error that makes Zapier run the step again later. */
export function isThrottled(error: unknown): boolean {
  return error instanceof errors.ThrottledError;
}

/** The key is missing or does not look like one. Only the connection test says this. */
export function malformedKey(): Error {
  return connectionError(
    `This does not look like a CleanEstimate Pro API key. Copy it whole from ${keysPage}: it begins with ce_live_ or ce_test_.`,
  );
}

/** The key works, but may read nothing. */
export function uselessKey(): Error {
  return connectionError(
    `This API key works, but none of its scopes lets Zapier read records. Add one, such as leads:read, under ${keysPage}.`,
  );
}

/** Somebody else than CleanEstimate Pro sent a delivery. Halted: a stranger must not switch a Zap off. */
export function forgedDelivery(): Error {
  return silent(
    new errors.HaltedError(
      'A delivery was ignored because CleanEstimate Pro did not sign it. Nothing was done.',
    ),
  );
}

/** A list that ended before its last page was read: saying "not found" now could make a duplicate. */
export function unfinishedList(noun: string): Error {
  return plainError(
    `There are too many ${noun}s to look through in one step, so it is not known whether there is a match. Pick the ${noun} itself instead.`,
    'UnfinishedList',
    504,
  );
}

/**
 * Turns what the API answered into the error that Zapier understands and a person can act on.
 * @returns ExpiredAuthError, ThrottledError, HaltedError or a plain Error; never with the key or raw JSON in it
 */
export function zapierError(failure: ApiFailure, doing: Doing): Error {
  const { status } = failure;
  if (status === 401) return unauthorized(failure, doing);
  if (status === 403) return forbidden(failure, doing);
  if (failure.inProgress) return throttled('CleanEstimate Pro is still working on this.', '5', doing);
  if (status === 409 && doing.referenced === true) {
    return silent(
      new errors.HaltedError(
        'This Unique Reference was used before with other details, by this or another step, so nothing was written. Put a word of your own for this step in front of it.',
      ),
    );
  }
  if (status === 429) return throttled('CleanEstimate Pro asks to slow down.', failure.retryAfter, doing);
  if (status === 503) return throttled('CleanEstimate Pro is busy.', failure.retryAfter, doing);
  if (doing.delivery === true && failure.mayPass)
    return throttled('CleanEstimate Pro had a problem.', '60', doing);
  if (status === 404 && doing.targeted === true) return missingRecord(doing.noun);
  if (status === 0 || status === 408)
    return plainError(trouble('could not be reached', doing), 'Unreachable', 504);
  if (failure.mayPass) return plainError(trouble('had a problem', doing), 'ServerProblem', 502);
  return plainError(refused(failure, doing), 'Refused', status);
}

function unauthorized(failure: ApiFailure, { connecting }: Doing): Error {
  const reason = /revoked|expired/i.exec(`${failure.code} ${failure.message}`)?.[0].toLowerCase();
  const what =
    reason === undefined ? 'CleanEstimate Pro does not accept this API key.' : `This API key is ${reason}.`;
  const sentence = `${what} Connect again with a valid key from ${keysPage}.`;
  return connecting === true ? connectionError(sentence) : silent(new errors.ExpiredAuthError(sentence));
}

function forbidden(failure: ApiFailure, { scope, noun }: Doing): Error {
  const said = `${failure.code} ${failure.message}`;
  if (failure.aboutPlan) {
    return plainError(
      'The API is part of the Professional and Enterprise plans of CleanEstimate Pro. Upgrade there, then try again.',
      'Forbidden',
      403,
    );
  }
  if (/scope|permission/i.test(said)) {
    return plainError(
      `This API key lacks the scope ${scope}. Add it under ${keysPage}, then try again.`,
      'Forbidden',
      403,
    );
  }
  if (scope.startsWith('webhooks') && /live|test/i.test(said)) {
    return plainError(
      'Instant triggers need a live API key. Connect one, or use a trigger such as "Lead in Status" with this test key.',
      'Forbidden',
      403,
    );
  }
  const hint = /test/i.test(said)
    ? ' Test keys write leads and clients only: connect a live key for the rest.'
    : '';
  return plainError(
    `CleanEstimate Pro does not let this API key work with this ${noun}.${hint}`,
    'Forbidden',
    403,
  );
}

function refused(failure: ApiFailure, { form, noun, writes }: Doing): string {
  if (writes !== true)
    return `CleanEstimate Pro refused the request (error ${failure.status}). Nothing needs fixing here: if it stays so, tell its support.`;
  const listed = failure.details.map(({ path, message }) =>
    form === undefined || path === '' ? message : `${labelOf(form, path)}: ${message}`,
  );
  const reasons = listed.length > 0 ? listed : [failure.message || 'It gave no reason.'];
  return `CleanEstimate Pro did not accept this ${noun}. ${reasons.map(whole).join(' ')}`;
}

function notFound(noun: string): string {
  return `This CleanEstimate Pro account has no such ${noun}. Pick it from the list again, or check the value mapped there.`;
}

function trouble(what: string, { writes }: Doing): string {
  return `CleanEstimate Pro ${what}. ${writes === true ? unharmed : later}`;
}

function throttled(sentence: string, retryAfter: string | undefined, { attended }: Doing): Error {
  const seconds = delaySeconds(retryAfter);
  if (attended === true) return plainError(`${sentence} Try again in ${seconds} seconds.`, 'Throttled', 429);
  // Steps that were held together would come back together: up to a quarter more spreads them.
  return new errors.ThrottledError(sentence, Math.ceil(seconds * (1 + Math.random() / 4)));
}

/** Reads Retry-After, seconds or an HTTP date. At most 240, since Zapier holds a trigger for 300 s at most. */
function delaySeconds(retryAfter: string | undefined): number {
  const wait = retryAfter === undefined ? NaN : Number(retryAfter);
  const seconds = Number.isNaN(wait) ? (Date.parse(retryAfter ?? '') - Date.now()) / 1000 : wait;
  return Math.min(Math.max(Math.ceil(Number.isNaN(seconds) ? 60 : seconds), 1), 240);
}

function connectionError(sentence: string): Error {
  return plainError(sentence, 'AuthenticationError', 401);
}

function plainError(sentence: string, code: string, status: number): Error {
  return new errors.Error(fitting(sentence), code, status);
}

// Without the mark the platform adds a transcript of the requests to the sentence.
function silent(error: Error): Error {
  return Object.assign(error, { doNotContextify: true });
}
