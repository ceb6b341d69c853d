import type { ZObject } from 'zapier-platform-core';
import type { Collection } from './collection.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { defaultOrder, firstAccepted } from './first_accepted.ts';
import type { ListQuery } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

/**
 * Reads the first page of a list, newest first; in the API's own order where it refuses to sort by `created_at`.
 * @returns the page, and the query by which its other pages are read
 * @throws the errors of `zapierError`
 */
export function firstPage(
  z: ZObject,
  collection: Collection,
  query: ListQuery = {},
  context?: Partial<ErrorContext>,
): Promise<{ page: Page; query: ListQuery }> {
  return withZapierErrors({ ...readContext(collection), ...context }, () =>
    firstAccepted(z, collection, [query, { ...query, ...defaultOrder }]),
  );
}
