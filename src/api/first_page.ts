import type { ZObject } from 'zapier-platform-core';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { fetchPage, type ListQuery } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

/** The API's own order: documented, so that it is always a way. */
export const ownOrder: ListQuery = { sort: undefined, order: undefined };

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
  return withZapierErrors({ ...readContext(collection), ...context }, async () => {
    try {
      return { page: await fetchPage(z, collection, query), query };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const plain = { ...query, ...ownOrder };
      return { page: await fetchPage(z, collection, plain), query: plain };
    }
  });
}

/** True for an answer that refuses what was asked for, not who asks. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && [400, 422].includes(error.status);
}
