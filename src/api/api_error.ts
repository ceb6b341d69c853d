import { withoutKey } from '../lib/without_key.ts';
import { bodyIn } from './body.ts';
import { errorWords, type ErrorDetail } from './error_words.ts';

/** A response as far as an error needs it. */
export interface ErrorResponse {
  /** The HTTP status; 0 when no response came. */
  status: number;
  /** The raw body. */
  content: string;
  /** The Retry-After header. */
  retryAfter?: string | undefined;
  /** The key of the connection, which the API may repeat: it is taken out of all that the error says. */
  key?: string;
}

// The words that APIs have for a request that still runs.
const running = /progress|process|pending|running|concurren|\block|being handled|try again|retry/i;

const scopes =
  /\bscopes?\b|_scopes?\b|\bscope_|\b(?:leads|clients|estimates|jobs|invoices|webhooks):(?:read|write|\*)/i;
const otherReasons =
  /suspen|block|firewall|\bips?\b|address|allow-?list|whitelist|region|country|billing|payment|disabled/i;

/** A response that is no success, or no response at all, as the API gave it. `zapierError` puts it into words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The HTTP status; 0 when no response came. */
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetail[];
  readonly retryAfter: string | undefined;
  /**
   * Whose words these are. A gateway may write JSON too, so that JSON without a code or details is nobody's for sure.
   */
  readonly origin: 'the API' | 'unsure' | 'in between';
  /** How long the answer took, in ms. */
  tookMs = 0;
  /** True when a try of the same request before it, in the same step, failed without an answer to rely on. */
  isAfterFailure = false;
  readonly #content: string;

  constructor({ status, content, retryAfter, key = '' }: ErrorResponse) {
    const text = withoutKey(content, key);
    const body = bodyIn(text);
    const { code, message, details, isOwn } = errorWords(body.is === 'json' ? body.value : undefined);
    super(withoutKey(message, key));
    this.status = status;
    this.code = withoutKey(code, key);
    this.details = details.map((detail) => ({ ...detail, message: withoutKey(detail.message, key) }));
    this.retryAfter = retryAfter;
    const isJson = body.is === 'json';
    this.origin = isJson && isOwn ? 'the API' : isJson ? 'unsure' : 'in between';
    this.#content = text;
  }

  /** True when the same request may succeed a moment later: no response, one that cannot be read, 408 or a 5xx. */
  get isRetryable(): boolean {
    return this.status < 400 || this.status === 408 || this.status >= 500;
  }

  /** True when the account's plan does not include what was asked for. */
  get aboutPlan(): boolean {
    return /\bplan\b|plan_|upgrade/i.test(`${this.code} ${this.message}`);
  }

  /** True when the key lacks a scope. A firewall or a suspended account answers 403 too, and speaks of permission at times. */
  get aboutScopes(): boolean {
    const words = [this.code, this.message, ...this.details.map(({ message }) => message)].join(' ');
    return scopes.test(words) || (/permission/i.test(words) && !otherReasons.test(words));
  }

  /**
   * True when another request with the same Idempotency-Key may still be running. Documented:
   * `idempotency_in_progress`; where the API writes it, and how, is not.
   */
  get inProgress(): boolean {
    return this.status === 409 && (running.test(this.#content) || (this.code === '' && this.message === ''));
  }
}
