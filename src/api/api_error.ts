import { filled, isObject, parseJson } from '../lib/guards.ts';

/** One complaint of the API about one field. */
export interface ErrorDetail {
  /** Where in the body: `services.0.sqft`; '' when the API does not say. */
  path: string;
  message: string;
}

/** A response as far as an error needs it. */
export interface ErrorResponse {
  /** The HTTP status; 0 when no response came. */
  status: number;
  /** The raw body. */
  content: string;
  /** The Retry-After header. */
  retryAfter?: string | undefined;
}

/** A response that is no success, or no response at all, as the API gave it. `zapierError` puts it into words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The HTTP status; 0 when no response came. */
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetail[];
  readonly retryAfter: string | undefined;
  /**
   * Equal for two failures when the second may be the first one, stored by the API for this Idempotency-Key and
   * replayed; '' when the failure does not come from the API itself.
   */
  readonly replayMark: string;
  /** True when the first try of the same request failed with the same response. */
  repeated = false;

  constructor({ status, content, retryAfter }: ErrorResponse) {
    const error = errorIn(content);
    super(filled(error?.message) ?? '');
    this.status = status;
    this.code = filled(error?.code) ?? '';
    this.details = detailsIn(error?.details);
    this.retryAfter = retryAfter;
    this.replayMark = error === undefined || status < 500 ? '' : `${status} ${content}`;
  }

  /** True when the same request may succeed a moment later: no response, one that cannot be read, 408 or a 5xx. */
  get isRetryable(): boolean {
    return this.status < 400 || this.status === 408 || this.status >= 500;
  }

  /** True when the API itself has trouble, not a gateway in front of it. */
  get isApiTrouble(): boolean {
    return this.replayMark !== '';
  }

  /** True when the account's plan does not include what was asked for. */
  get aboutPlan(): boolean {
    return /\bplan\b|plan_|upgrade/i.test(`${this.code} ${this.message}`);
  }

  /** True when another request with the same Idempotency-Key is still running (documented). */
  get inProgress(): boolean {
    return this.status === 409 && /idempotency_in_progress/i.test(`${this.code} ${this.message}`);
  }
}

// Assumed: {"error": {"code", "message", "details"}}. A flat {"code", "message"} is read too; of anything else only
// the status counts.
function errorIn(content: string): Record<string, unknown> | undefined {
  const body = parseJson(content);
  if (!isObject(body)) return undefined;
  const { error } = body;
  return isObject(error) ? error : { code: error, ...body };
}

function detailsIn(details: unknown): ErrorDetail[] {
  const list: unknown[] = Array.isArray(details) ? details : [];
  return list.filter(isObject).map(({ path, message }) => ({
    path: Array.isArray(path) ? path.join('.') : (filled(path) ?? ''),
    message: filled(message) ?? 'A value is not accepted',
  }));
}
