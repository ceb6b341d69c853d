import { appError, expiredAuthError, throttledError } from '../errors/app_error.ts';
import { connectionError } from '../errors/connection_error.ts';
import { mayBeSaved } from '../errors/write_error.ts';
import { missingRecord } from '../errors/record_error.ts';
import { asSentence, quoted } from '../errors/sentence.ts';
import { fieldMeta } from '../forms/field_meta.ts';
import { fieldAt, labelOf, type Form } from '../forms/labels.ts';
import { ownMember } from '../lib/guards.ts';
import { keysPage } from '../settings.ts';
import { ApiError } from './api_error.ts';
import type { ErrorContext } from './error_context.ts';
import { retryAfterSeconds } from './retry_after.ts';

const later = 'Nothing needs fixing here: it will work when it is tried again later.';

/**
 * Runs requests and turns an ApiError of theirs into the error that Zapier understands.
 * @throws the errors of `zapierError`; any other error unchanged
 */
export async function withZapierErrors<T>(context: ErrorContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiError ? zapierError(error, context) : error;
  }
}

/**
 * Turns what the API answered into the error that Zapier understands and a person can act on.
 * @returns ExpiredAuthError, ThrottledError, HaltedError or a plain Error; never with the key or raw JSON in it
 */
function zapierError(error: ApiError, context: ErrorContext): Error {
  const { status } = error;
  if (status === 401) return unauthorized(error, context);
  if (context.isOpen === true && status >= 400 && status < 500 && error.origin === 'in between') {
    return appError(openWrite(error, context), 'Unclear', status);
  }
  if (status === 403) return forbidden(error, context);
  // A later run waits until what was sent before it is settled.
  if (error.inProgress)
    return throttled(
      'CleanEstimate Pro is still working on this.',
      context.isLater === true ? '70' : '5',
      context,
    );
  if (status === 429) return throttled('CleanEstimate Pro asks to slow down.', error.retryAfter, context);
  if (status === 503) return throttled('CleanEstimate Pro is busy.', error.retryAfter, context);
  if (context.delivery === true && error.isRetryable)
    return throttled('CleanEstimate Pro had a problem.', '60', context);
  if (status === 404 && context.byId === true) return missingRecord(context.noun);
  if (status === 0 || status === 408)
    return appError(trouble('could not be reached', context), 'Unreachable', 504);
  if (error.isRetryable) return appError(trouble('had a problem', context), 'ServerProblem', 502);
  if (context.isOpen === true) return appError(openWrite(error, context), 'Unclear', status);
  return appError(refusal(error, context), 'Refused', status);
}

function unauthorized(error: ApiError, { connecting }: ErrorContext): Error {
  const reason = /revoked|expired/i.exec(`${error.code} ${error.message}`)?.[0].toLowerCase();
  const what =
    reason === undefined ? 'CleanEstimate Pro does not accept this API key.' : `This API key is ${reason}.`;
  const sentence = `${what} Connect again with a valid key from ${keysPage}.`;
  return connecting === true ? connectionError(sentence) : expiredAuthError(sentence);
}

function forbidden(error: ApiError, context: ErrorContext): Error {
  return appError(forbiddenSentence(error, context), 'Forbidden', 403);
}

const aboutMode = /(?:^|[^a-z])(?:live|test)(?![a-z])/i;

function forbiddenSentence(error: ApiError, { scope, noun }: ErrorContext): string {
  const reason = `${error.code} ${error.message}`;
  if (error.origin === 'in between') {
    return 'Something between Zapier and CleanEstimate Pro, such as a firewall, refused the request (error 403). Nothing needs fixing here: if it stays so, tell the support of CleanEstimate Pro.';
  }
  if (error.aboutPlan) {
    return 'The API is part of the Professional and Enterprise plans of CleanEstimate Pro. Upgrade there, then try again.';
  }
  if (error.aboutScopes) {
    return `This API key lacks the scope ${scope}. Add it under ${keysPage}, then try again.`;
  }
  if (scope.startsWith('webhooks') && aboutMode.test(reason)) {
    return 'Instant triggers need a live API key. Connect one, or use a trigger such as "Lead in Status" with this test key.';
  }
  const sentence = `CleanEstimate Pro does not let this API key work with this ${noun}.`;
  if (aboutMode.test(reason)) {
    return `${sentence} Test keys write leads and clients only: connect a live key for the rest.`;
  }
  return error.message === '' ? sentence : `${sentence} It says: ${asSentence(error.message)}`;
}

function refusal(error: ApiError, { form, noun, writes, body }: ErrorContext): string {
  if (writes === undefined && error.origin === 'the API' && error.message !== '')
    return `CleanEstimate Pro refused the request. It says: ${asSentence(error.message)}`;
  if (writes === undefined)
    return `CleanEstimate Pro refused the request (error ${error.status}). Nothing needs fixing here: if it stays so, tell its support.`;
  const complaints = error.details.map(({ path, message }) =>
    form === undefined || path === '' ? message : fieldRefusal(form, path, message, body),
  );
  const reasons = complaints.length > 0 ? complaints : [error.message || 'It gave no reason.'];
  return `CleanEstimate Pro did not accept this ${noun}. ${reasons.map(asSentence).join(' ')}`;
}

// "Service "car_wash": is unknown. Pick one from the list."
function fieldRefusal(form: Form, path: string, message: string, body: unknown): string {
  const schema = fieldAt(form, path);
  const hasChoices = schema !== undefined && fieldMeta.get(schema)?.choices !== undefined;
  const value = path.split('.').reduce(ownMember, body);
  const about = `${labelOf(form, path)}${value === undefined ? '' : quoted(value)}: ${message}`;
  return hasChoices ? `${asSentence(about)} Pick one from the list.` : about;
}

function trouble(what: string, context: ErrorContext): string {
  return `CleanEstimate Pro ${what}. ${context.writes === undefined ? later : mayBeSaved(context)}`;
}

function openWrite(error: ApiError, context: ErrorContext): string {
  const words = error.origin === 'in between' ? '' : error.message || error.code;
  const reason = words === '' ? `an error ${error.status}` : quoted(words).trim();
  return `CleanEstimate Pro answered with ${reason}. ${mayBeSaved(context)}`;
}

function throttled(sentence: string, retryAfter: string | undefined, { attended }: ErrorContext): Error {
  const seconds = retryAfterSeconds(retryAfter);
  if (attended === true) return appError(`${sentence} Try again in ${seconds} seconds.`, 'Throttled', 429);
  // Steps that were held together would come back together: up to a quarter more spreads them.
  return throttledError(sentence, Math.ceil(seconds * (1 + Math.random() / 4)));
}
