import type { ZObject } from 'zapier-platform-core';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { fetchPage, type ListQuery } from './read.ts';
import type { Page } from './response.ts';

/** Ways to ask for the same records, the best one first. */
export type ListQueries = [ListQuery, ...ListQuery[]];

/** The order in which a list comes when nothing is said about it. Documented. */
export const defaultOrder: ListQuery = { sort: undefined, order: undefined };

/**
 * Reads a first page by the first of the queries that the API does not refuse (400, 422).
 * @returns the page, and the query that its further pages have to be asked for by
 * @throws ApiError: of the last query, when all are refused
 */
export async function firstAccepted(
  z: ZObject,
  collection: Collection,
  [query, ...others]: ListQueries,
): Promise<{ page: Page; query: ListQuery }> {
  try {
    return { page: await fetchPage(z, collection, query), query };
  } catch (error) {
    const refused = error instanceof ApiError && [400, 422].includes(error.status);
    const [next, ...rest] = others;
    if (!refused || next === undefined) throw error;
    return firstAccepted(z, collection, [next, ...rest]);
  }
}
