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
  sort?: 'created_at' | 'updated_at';
}

const pageSize = 100;

/**
 * Reads one record. Assumed: the API has GET by id.
 * @throws ApiError: what 403, 404 and 405 mean depends on who asks
 */
export async function readRecord(z: ZObject, { path }: Collection, id: string): Promise<ApiRecord> {
  return recordIn(await send(z, { method: 'GET', path: [path, id] })) ?? unreadable();
}

/**
 * Reads one page of a list.
 * @throws ApiError
 */
export async function fetchPage(z: ZObject, { path }: Collection, query: ListQuery): Promise<Page> {
  const { limit = pageSize } = query;
  const params = { sort: 'created_at', order: 'desc', ...query, limit };
  const body = await send(z, { method: 'GET', path: [path], params });
  return pageIn(body, limit, path) ?? unreadable();
}

/**
 * Ends a request whose response lacks what it should hold.
 * @throws ApiError, always: it counts as trouble of the API
 */
export function unreadable(): never {
  throw new ApiError({ status: 200, content: '' });
}
