import type { ZObject } from 'zapier-platform-core';
import type { Collection } from './collection.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { fetchPage, type ListQuery } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

/**
 * Reads one page of a list.
 * @throws the errors of `zapierError`
 */
export function listPage(
  z: ZObject,
  collection: Collection,
  query: ListQuery,
  context?: Partial<ErrorContext>,
): Promise<Page> {
  return withZapierErrors({ ...readContext(collection), ...context }, () => fetchPage(z, collection, query));
}
