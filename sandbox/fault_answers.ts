import { STATUS_CODES } from 'node:http';
import { ApiError, errorAnswer, type Answer } from './api_error.ts';
import type { Fault } from './faults.ts';
import { inProgressAnswer } from './in_progress.ts';
import { isObject, readLoosely } from './json.ts';

const codes = new Map([
  [500, 'internal_error'],
  [502, 'bad_gateway'],
  [503, 'service_unavailable'],
  [504, 'gateway_timeout'],
]);

/** The server error of a fault: with the fault's status, else 504 for `late_save` and 500 for all others. */
export function failureOf({ kind, status = kind === 'late_save' ? 504 : 500 }: Fault): ApiError {
  return new ApiError(status, codes.get(status) ?? 'internal_error', 'Something went wrong on our side.');
}

/**
 * The answer of a fault that keeps the request from being processed at all. Status 0 means that the connection is
 * dropped.
 * @returns undefined when the fault lets the request be processed
 */
export function answerInstead(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'drop_before':
      return { status: 0, text: '' };
    case 'throttle':
      return errorAnswer(
        new ApiError(429, 'rate_limited', 'Too many requests.', {
          headers: { 'Retry-After': fault.retryAfter ?? '1' },
        }),
      );
    case 'html':
      return htmlPage(fault.status ?? 502);
    case 'status_before':
      return fault.stored === false ? errorAnswer(failureOf(fault)) : undefined;
    case 'in_progress':
      return inProgressAnswer(fault.spelling);
    default:
      return undefined;
  }
}

/**
 * The answer that the client gets after the request was processed: the real one, or what the fault replaces it by.
 * @param path the request's whole path, which a new record's Location begins with
 */
export function answerAfter(fault: Fault, answer: Answer, path: string): Answer {
  switch (fault.kind) {
    case 'drop_after':
      return { status: 0, text: '' };
    case 'status_before':
    case 'status_after':
    case 'late_save':
      return errorAnswer(failureOf(fault));
    case 'html_after':
      return htmlPage(fault.status ?? 502);
    case 'no_record':
      return withoutRecord(fault, answer, path);
    case 'wrong_type':
      return { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/html' } };
    default:
      return answer;
  }
}

function htmlPage(status: number): Answer {
  const title = `${status} ${STATUS_CODES[status] ?? 'Client Closed Request'}`;
  const text = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, text, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
}

// An error stays as it is: only a success can leave its record out.
function withoutRecord({ success = 'no_content' }: Fault, answer: Answer, path: string): Answer {
  if (answer.status >= 400) return answer;
  switch (success) {
    case 'no_content':
      return { status: 204, text: '' };
    case 'accepted':
      return { status: 202, text: JSON.stringify({ status: 'accepted' }) };
    case 'empty':
      return { status: 201, text: '' };
    case 'empty_object':
      return { status: 201, text: '{}' };
    case 'location':
      return { status: 201, text: '', headers: locationOf(answer, path) };
    case 'broken_location':
      return { status: 201, text: '', headers: { Location: `${path}/%E0%A4%A` } };
  }
}

function locationOf({ text, headers = {} }: Answer, path: string): Record<string, string> {
  const body = readLoosely(text);
  const record = isObject(body) && isObject(body.data) ? body.data : body;
  if (!isObject(record) || typeof record.id !== 'string') return headers;
  return { ...headers, Location: `${path}/${record.id}` };
}
