import type * as zod from 'zod';

/** One invalid field of a request: the path to it (`services.0.sqft`) and what is wrong with its value. */
export interface Detail {
  path: string;
  message: string;
}

/** The API's response to one request. `text` is the body: JSON unless a Content-Type is given, '' for no body. */
export interface Answer {
  status: number;
  text: string;
  headers?: Record<string, string>;
}

/** An error response of the API: `{"error": {"code", "message", "details"}}`, a form that no page documents. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Detail[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: Detail[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details ?? [];
    this.headers = more.headers ?? {};
  }
}

/** The error response for a thrown value. Anything but an ApiError becomes a 500. */
export function errorAnswer(thrown: unknown): Answer {
  const error =
    thrown instanceof ApiError
      ? thrown
      : new ApiError(500, 'internal_error', `Something broke: ${String(thrown)}`);
  const { status, code, message, details, headers } = error;
  return { status, text: JSON.stringify({ error: { code, message, details } }), headers };
}

/** A 422 for one invalid field, to be thrown by the caller. */
export function invalidField(path: string, message: string): ApiError {
  return new ApiError(422, 'validation_failed', 'The request has invalid fields.', {
    details: [{ path, message }],
  });
}

/**
 * Checks a body or a query by a zod schema.
 * @returns the parsed value, with the schema's defaults filled in
 * @throws ApiError with `refusal` (422 unless given), whose details list every invalid field
 */
export function validated<T>(
  schema: zod.ZodType<T>,
  value: unknown,
  refusal: { status: number; code: string } = { status: 422, code: 'validation_failed' },
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ApiError(refusal.status, refusal.code, 'The request has invalid fields.', {
    details: result.error.issues.flatMap(detailsOf),
  });
}

function detailsOf(issue: zod.core.$ZodIssue): Detail[] {
  const at = (key?: string): string =>
    [...issue.path.map(String), ...(key === undefined ? [] : [key])].join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path: at(), message: issue.message }];
  return issue.keys.map((key) => ({ path: at(key), message: 'Not a field that can be written here' }));
}
