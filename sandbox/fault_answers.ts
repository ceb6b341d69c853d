import { ApiError, errorAnswer, type Answer } from './api_error.ts';
import type { Fault } from './faults.ts';
import { inProgress } from './idempotency.ts';

const codes = new Map([
  [500, 'internal_error'],
  [502, 'bad_gateway'],
  [503, 'service_unavailable'],
  [504, 'gateway_timeout'],
]);

/** The error of the faults `status_before` and `status_after`: the fault's status, 500 when it names none. */
export function failureOf({ status = 500 }: Fault): ApiError {
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
    case 'in_progress':
      return errorAnswer(inProgress());
    default:
      return undefined;
  }
}

/** The answer that the client gets after the request was processed: the real one, or what the fault replaces it by. */
export function answerAfter(fault: Fault, answer: Answer): Answer {
  switch (fault.kind) {
    case 'drop_after':
      return { status: 0, text: '' };
    case 'status_before':
    case 'status_after':
      return errorAnswer(failureOf(fault));
    case 'wrong_type':
      return { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/html' } };
    default:
      return answer;
  }
}

function htmlPage(status: number): Answer {
  const title = `${status} Bad Gateway`;
  const text = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, text, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
}
