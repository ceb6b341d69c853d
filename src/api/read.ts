import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../records/api_record.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { send } from './request.ts';
import { pageIn, recordIn, type Page } from './response.ts';

/** Which records of a list: a hundred, newest first, unless it says otherwise. */
export interface ListQuery {
  /** At most 100 (documented). */
  limit?: number;
  cursor?: string | undefined;
  status?: string | undefined;
  /** Undefined asks for the API's own order. */
  sort?: 'created_at' | 'updated_at' | undefined;
  order?: 'asc' | 'desc' | undefined;
}

const pageSize = 100;

/**
 * Reads one record. Assumed: the API has GET by id.
 * @throws ApiError: what 403, 404 and 405 mean depends on who asks
 */
export async function readRecord(z: ZObject, collection: Collection, id: string): Promise<ApiRecord> {
  const { data } = await send(z, { method: 'GET', path: [collection.path, id] });
  return recordIn(data, collection) ?? unreadable();
}

/**
 * Reads one page of a list.
 * @throws ApiError
 */
export async function fetchPage(z: ZObject, collection: Collection, query: ListQuery): Promise<Page> {
  const { limit = pageSize } = query;
  const params = { sort: 'created_at', order: 'desc', ...query, limit };
  const { data } = await send(z, { method: 'GET', path: [collection.path], params });
  const page = pageIn(data, limit, collection) ?? unreadable();
  // Of some entries a poll can live without one; of all it must not be told that there are none.
  return page.unreadable > 0 && page.records.length === 0 ? unreadable() : page;
}

// A response that lacks what it should hold counts as trouble of the API.
function unreadable(): never {
  throw new ApiError({ status: 200, content: '' });
}
