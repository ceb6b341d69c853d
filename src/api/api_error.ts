import { filled, isObject, parseJson } from '../lib/guards.ts';

/** One complaint of the API about one field. */
export interface Detail {
  path: string;
  message: string;
}

interface Answer {
  status: number;
  content: string;
  retryAfter?: string | undefined;
}

/** An answer that is no success, or no answer at all, as the API gave it. `errors.ts` turns it into words. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly details: Detail[];
  readonly retryAfter: string | undefined;
  /** What two answers have in common when one is the other, stored; '' for what is not the API's own trouble. */
  readonly fingerprint: string;
  /** True when the same step got the same answer before. */
  repeated = false;

  constructor({ status, content, retryAfter }: Answer) {
    const error = errorIn(content);
    super(filled(error?.message) ?? '');
    this.status = status;
    this.code = filled(error?.code) ?? '';
    this.details = detailsIn(error?.details);
    this.retryAfter = retryAfter;
    this.fingerprint = error === undefined || status < 500 ? '' : `${status} ${content}`;
  }

  /** True when the same request may go better a moment later: no answer, one that cannot be read, or a 5xx. */
  get mayPass(): boolean {
    return this.status < 400 || this.status === 408 || this.status >= 500;
  }

  /** True when the API itself, not a gateway before it, says that it has trouble. */
  get ownTrouble(): boolean {
    return this.fingerprint !== '';
  }

  /** True when the account's plan does not include what was asked for. */
  get aboutPlan(): boolean {
    return /\bplan\b|plan_|upgrade/i.test(`${this.code} ${this.message}`);
  }

  /** True when another request with the same key is still being worked on. */
  get inProgress(): boolean {
    return this.status === 409 && /idempotency_in_progress/i.test(`${this.code} ${this.message}`);
  }
}

// Assumed: {"error": {"code", "message", "details"}}. A flat {"code", "message"} is read too; of anything
// else the status alone is used.
function errorIn(content: string): Record<string, unknown> | undefined {
  const body = parseJson(content);
  if (!isObject(body)) return undefined;
  const error = body.error;
  return isObject(error) ? error : { code: error, ...body };
}

function detailsIn(details: unknown): Detail[] {
  const list: unknown[] = Array.isArray(details) ? details : [];
  return list.filter(isObject).map(({ path, message }) => ({
    path: Array.isArray(path) ? path.join('.') : (filled(path) ?? ''),
    message: filled(message) ?? 'A value is not accepted',
  }));
}
