import * as zod from 'zod';
import { ApiError, validated } from './api_error.ts';
import { parseJson } from './json.ts';
import type { Resource } from './resources/resource.ts';
import type { PageQuery, RecordStore, Row } from './store.ts';

/** A page of a list: each record as JSON text, and the cursor of the next page (documented as `meta`). */
export interface Page {
  records: string[];
  meta: { next_cursor: string | null; has_more: boolean; limit: number };
  /** How many records the whole list has. */
  total: number;
}

const cursorSchema = zod.strictObject({
  list: zod.string(),
  value: zod.union([zod.string(), zod.number()]),
  seq: zod.number(),
});

/**
 * Reads one page of a list.
 * @param query the query parameters: limit (1 to 100, default 25), sort, order, status, cursor
 * @param until leaves out what was created later, as an ISO timestamp
 * @throws ApiError 400 for an invalid parameter, and for a cursor that was given out for another list, sort, order or
 *   status
 */
export function listPage(
  store: RecordStore,
  bucket: string,
  resource: Resource,
  query: Record<string, string>,
  until?: string,
): Page {
  const { limit, order, sort, status, cursor } = validated(querySchema(resource), query, {
    status: 400,
    code: 'invalid_query',
  });
  const list = JSON.stringify([resource.name, sort, order, status ?? null]);
  const after = cursor === undefined ? undefined : openCursor(cursor, list);
  const rows = store.page(bucket, { sort, order, status, after, until, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    records: shown.map((row) => row.body),
    meta: {
      next_cursor: last === undefined ? null : sealCursor(last, list),
      has_more: last !== undefined,
      limit,
    },
    total: store.count(bucket, status),
  };
}

const order = zod.enum(['asc', 'desc']).default('desc');

function querySchema(resource: Resource): zod.ZodType<{
  limit: number;
  order: 'asc' | 'desc';
  sort: string;
  status?: string | undefined;
  cursor?: string | undefined;
}> {
  return zod.object({
    limit: zod.coerce.number().int().min(1).max(100).default(25),
    order,
    sort: zod.enum(resource.sorts).default(resource.defaultSort),
    status: zod.string().optional(),
    cursor: zod.string().optional(),
  });
}

function sealCursor({ position, seq }: Row, list: string): string {
  return Buffer.from(JSON.stringify({ list, value: position, seq })).toString('base64url');
}

function openCursor(cursor: string, list: string): PageQuery['after'] {
  try {
    const opened = cursorSchema.parse(parseJson(Buffer.from(cursor, 'base64url').toString()));
    if (opened.list === list) return opened;
  } catch {
    // A cursor that cannot be parsed gets the same error as the cursor of another list, below.
  }
  throw new ApiError(
    400,
    'invalid_cursor',
    'The cursor does not belong to this list, sort, order and status.',
  );
}
