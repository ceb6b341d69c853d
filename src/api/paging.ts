import { filled, idText, isObject, ownMember } from '../lib/guards.ts';

/** What an answer says about where its page stands in the whole list. */
export interface Paging {
  /** Where the next page begins. */
  nextCursor?: string;
  /** Whether more records follow; absent where the answer leaves it open. */
  more?: boolean;
  /** How many records the whole list has. */
  total?: number;
}

// Documented: has_more and next_cursor. The others are how other APIs write the same.
const moreKeys = ['has_more', 'hasMore', 'has_next', 'hasNext', 'has_next_page', 'hasNextPage'];
const cursorKeys = ['next_cursor', 'nextCursor', 'next_page_token', 'nextPageToken'];
const linkKeys = ['next', 'next_page', 'nextPage', 'next_page_url', 'next_url'];
const totalKeys = ['total', 'total_count', 'totalCount', 'total_records', 'total_items', 'totalItems'];
const pageKeys = ['total_pages', 'totalPages', 'last_page', 'lastPage', 'pages'];

/**
 * Reads what an answer says about its page. Documented: `meta` with `next_cursor` and `has_more`; `has_more: false` is
 * the end. Read too: the same beside the list, a total, a number of pages, a link to the next page.
 * @param about all that stands around the list in the answer
 */
export function pagingIn(about: Record<string, unknown>): Paging {
  const said = { ...about, ...innerOf(about) };
  const value = (keys: string[]): unknown =>
    keys.map((key) => ownMember(said, key)).find((one) => one !== undefined);
  const flag = flagOf(value(moreKeys));
  const [cursor, link] = [value(cursorKeys), value(linkKeys)];
  const nextCursor = flag === false ? undefined : (idText(cursor) ?? cursorIn(link));
  const total = count(value(totalKeys));
  const more = flag ?? moreBy([cursor, link], total, value(pageKeys), ownMember(said, 'page'));
  return {
    ...(nextCursor !== undefined && { nextCursor }),
    ...(more !== undefined && { more }),
    ...(total !== undefined && { total }),
  };
}

function moreBy(
  next: unknown[],
  total: number | undefined,
  pages: unknown,
  page: unknown,
): boolean | undefined {
  // A next page that is named in a way we cannot ask for is a next page all the same.
  if (next.some((one) => one !== undefined && one !== null && one !== '' && one !== false)) return true;
  // Who knows a total can count; an answer without a next page may be one that never has any.
  if (total !== undefined) return undefined;
  if (next.includes(null)) return false;
  const last = count(pages);
  return last === undefined ? undefined : last > (count(page) ?? 1);
}

function innerOf(about: Record<string, unknown>): Record<string, unknown> {
  const inner = ['meta', 'pagination', 'paging', 'page_info', 'pageInfo', 'links']
    .map((key) => ownMember(about, key))
    .filter(isObject);
  return inner.reduce((all, one) => ({ ...all, ...one, ...innerOf(one) }), {});
}

function cursorIn(link: unknown): string | undefined {
  const [, query] = String(filled(link)).split('?');
  return filled(new URLSearchParams(query ?? '').get('cursor'));
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
