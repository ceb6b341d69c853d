import type * as zod from 'zod';

export interface Detail {
  path: string;
  message: string;
}

/** What the API says to one request: the text is JSON unless the headers say otherwise, '' for no body. */
export interface Answer {
  status: number;
  text: string;
  headers?: Record<string, string>;
}

/** A refusal in the API's own form. */
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

/** The answer for whatever an operation threw; anything but an ApiError is a 500. */
export function errorAnswer(thrown: unknown): Answer {
  const error =
    thrown instanceof ApiError
      ? thrown
      : new ApiError(500, 'internal_error', `Something broke: ${String(thrown)}`);
  const { status, code, message, details, headers } = error;
  return { status, text: JSON.stringify({ error: { code, message, details } }), headers };
}

/** The refusal of one field. */
export function invalidField(path: string, message: string): ApiError {
  return new ApiError(422, 'validation_failed', 'The request has invalid fields.', {
    details: [{ path, message }],
  });
}

/** What `schema` makes of `value`; throws an ApiError that lists each path and message. */
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
