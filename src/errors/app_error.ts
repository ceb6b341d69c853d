import { errors } from 'zapier-platform-core';
import { isObject, parseJson } from '../lib/guards.ts';
import { fitting } from './sentence.ts';

/**
 * Makes an error that ends the run and that Zapier replays later.
 * @param sentence what happened and what to do; cut where Zapier would cut it
 * @param code one word for developers, which Zapier logs
 * @param status the HTTP status that comes closest
 */
export function appError(sentence: string, code: string, status: number): Error {
  return new errors.Error(fitting(sentence), code, status);
}

/** True for an error of `appError` with one of these codes. */
export function isAppError(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof errors.Error)) return false;
  const told = parseJson(error.message);
  return isObject(told) && codes.includes(String(told.code));
}

/** Makes an error that ends the run without counting towards the share of errors at which Zapier turns a Zap off. */
export function haltedError(sentence: string): Error {
  return withoutTranscript(new errors.HaltedError(fitting(sentence)));
}

/** Makes an error for which Zapier holds all runs and asks the owner of the Zap to connect again. */
export function expiredAuthError(sentence: string): Error {
  return withoutTranscript(new errors.ExpiredAuthError(fitting(sentence)));
}

/**
 * Makes an error that shows nothing and runs the whole step again later.
 * @param seconds how long Zapier waits; at most 300 for a trigger
 */
export function throttledError(sentence: string, seconds: number): Error {
  return new errors.ThrottledError(sentence, seconds);
}

/** True for an error that makes Zapier run the step again later without showing anything. */
export function isThrottled(error: unknown): boolean {
  return error instanceof errors.ThrottledError;
}

// To these errors the platform would append a transcript of the step's requests.
function withoutTranscript(error: Error): Error {
  return Object.assign(error, { doNotContextify: true });
}
