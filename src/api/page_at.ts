import type { ZObject } from 'zapier-platform-core';
import { slowList } from '../errors/record_error.ts';
import { cacheOf } from '../lib/cache.ts';
import { filled, isObject } from '../lib/guards.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { defaultOrder } from './first_accepted.ts';
import { firstPage } from './first_page.ts';
import { fetchPage } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

const rememberedSeconds = 60 * 60;
// A page asked for with less time left could not be used any more.
const pageMs = 1_000;
// A person waits in the editor.
const attended = { attended: true };

/** The way through a list, as far as it is known. */
interface Way {
  /** The cursors of the pages behind the first. */
  cursors: string[];
  /** True when they are of the list in the API's own order. */
  isOwnOrder: boolean;
}

/**
 * Reads a page of a list by its number: so Zapier asks for the pages of a dropdown, while the API gives them by cursor.
 * The cursors are remembered for an hour, all in one entry of the cache; where one is not, or the API takes it no more,
 * the pages are read on from the last one that is.
 * @param connection what the cache knows the connection by
 * @param wanted 0 for the first page
 * @returns [] behind the last page
 * @throws Error when there is no time to get there; the errors of `zapierError`
 */
export async function pageAt(
  z: ZObject,
  collection: Collection,
  connection: string,
  wanted: number,
): Promise<ApiRecord[]> {
  const cache = cacheOf(z, 'the list takes longer to open');
  const slot = `${collection.path} pages of ${connection}`;
  const remembered = wayIn(await cache.get(slot));
  const way: Way = { ...remembered, cursors: [...remembered.cursors] };
  try {
    return await walk(z, collection, way, wanted);
  } finally {
    // Also what was read before it failed: the next try goes on from there.
    const isNew = way.cursors.join('\n') !== remembered.cursors.join('\n');
    if (isNew) await cache.set(slot, way, rememberedSeconds);
  }
}

async function walk(z: ZObject, collection: Collection, way: Way, wanted: number): Promise<ApiRecord[]> {
  let at = Math.min(wanted, way.cursors.length);
  const resumed =
    at === 0
      ? undefined
      : await withZapierErrors(contextOf(collection), () =>
          readAt(z, collection, way, at).catch(whenRefused),
        );
  if (resumed === undefined) at = 0;
  let page = resumed ?? (await begin(z, collection, way));
  for (;;) {
    const isCircle = page.nextCursor !== undefined && way.cursors.slice(0, at).includes(page.nextCursor);
    learn(way, at, page.nextCursor);
    if (at === wanted) return isCircle ? withoutFirst(z, collection, way, page) : page.records;
    if (way.cursors.length === at) return [];
    if (timeLeftMs(z) < pageMs) throw slowList(collection.noun);
    at += 1;
    page = await withZapierErrors(contextOf(collection), () => readAt(z, collection, way, at));
  }
}

async function begin(z: ZObject, collection: Collection, way: Way): Promise<Page> {
  const { page, query } = await firstPage(z, collection, {}, attended);
  way.isOwnOrder = 'sort' in query;
  return page;
}

// A page that leads back may be the first one again.
async function withoutFirst(z: ZObject, collection: Collection, way: Way, page: Page): Promise<ApiRecord[]> {
  const first = await begin(z, collection, way);
  return page.records.filter(({ id }) => !first.records.some((record) => record.id === id));
}

function readAt(z: ZObject, collection: Collection, { cursors, isOwnOrder }: Way, at: number): Promise<Page> {
  return fetchPage(z, collection, { ...(isOwnOrder && defaultOrder), cursor: cursors[at - 1] });
}

// Records that came since have moved the pages: what was known of those behind would leave a gap. A cursor that comes
// again leads round in a circle, so that the list ends before it.
function learn({ cursors }: Way, at: number, next: string | undefined): void {
  if (next !== undefined && next === cursors[at]) return;
  cursors.length = at;
  if (next !== undefined && !cursors.includes(next)) cursors.push(next);
}

// Where a cursor is taken no more, the list is walked from its beginning.
function whenRefused(error: unknown): undefined {
  if (error instanceof ApiError && [400, 404, 410, 422].includes(error.status)) return undefined;
  throw error;
}

function wayIn(value: unknown): Way {
  const { cursors, isOwnOrder } = isObject(value) ? value : {};
  const isList = Array.isArray(cursors) && cursors.every((cursor) => filled(cursor) !== undefined);
  return { cursors: isList ? cursors.map(String) : [], isOwnOrder: isOwnOrder === true };
}

function contextOf(collection: Collection): ErrorContext {
  return { ...readContext(collection), ...attended };
}
