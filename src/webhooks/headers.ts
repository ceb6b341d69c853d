import type { Bundle } from 'zapier-platform-core';
import { isFilled, isObject } from '../lib/guards.ts';

/**
 * The values of a request's header. Zapier passes `X-Webhook-Id` on as `Http-X-Webhook-Id`, other hosts as it came or as
 * `HTTP_X_WEBHOOK_ID`. A value that is not text is none.
 * @param name in lower case, with hyphens
 */
export function headersNamed({ rawRequest }: Bundle, name: string): string[] {
  const headers: unknown = rawRequest?.headers;
  return Object.entries(isObject(headers) ? headers : {})
    .filter(
      ([key]) =>
        key
          .trim()
          .toLowerCase()
          .replaceAll('_', '-')
          .replace(/^http-/, '') === name,
    )
    .flatMap(([, value]: [string, unknown]): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isFilled);
}
