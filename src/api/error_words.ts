import { filled, isObject } from '../lib/guards.ts';

/** One complaint of the API about one field. */
export interface ErrorDetail {
  /** Where in the body: `services.0.sqft`; '' when the API does not say. */
  path: string;
  message: string;
}

/** What the JSON of an error says. */
export interface ErrorWords {
  /** '' when it has none. */
  code: string;
  /** '' when it has none. */
  message: string;
  details: ErrorDetail[];
  /** True for the shape that is the API's own: an error with a code or a message, not a bare message. */
  isOwn: boolean;
}

/**
 * Reads the JSON of an error. Assumed: `{"error": {"code", "message", "details"}}`. Read too: the same without its
 * wrapping, the error as a text, `errors`, `error_code`, `reason`, and problem+json (RFC 9457: type, title, detail).
 * @param body the parsed JSON
 */
export function errorWords(body: unknown): ErrorWords {
  const outer = isObject(body) ? body : {};
  const listed = [outer.errors, outer.error].find(Array.isArray);
  const first: unknown = listed?.[0];
  const inner = [outer.error, outer.errors, first].find(isObject) ?? {};
  const said = (...keys: string[]): string =>
    keys.flatMap((key) => [filled(inner[key]), filled(outer[key])]).find((text) => text !== undefined) ?? '';
  const code = said('code', 'error_code', 'error', 'reason', 'type');
  const message = said('message', 'detail', 'title', 'error_description') || (filled(first) ?? '');
  const details = [inner.details, outer.details, listed, outer.violations].find(Array.isArray);
  return {
    code,
    message,
    details: detailsIn(details),
    isOwn: code !== '' || details !== undefined || 'message' in inner,
  };
}

function detailsIn(details: unknown): ErrorDetail[] {
  const list: unknown[] = Array.isArray(details) ? details : [];
  return list
    .filter(isObject)
    .filter((detail) => ['path', 'field', 'pointer', 'message'].some((key) => key in detail))
    .map(({ path, field, pointer, message }) => ({
      path: Array.isArray(path) ? path.join('.') : (filled(path) ?? filled(field) ?? pathOf(filled(pointer))),
      message: filled(message) ?? 'A value is not accepted',
    }));
}

// A JSON pointer: "/services/0/sqft".
function pathOf(pointer: string | undefined): string {
  return pointer?.replace(/^#?\//, '').replaceAll('/', '.') ?? '';
}
