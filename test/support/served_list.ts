import type { ScriptedApi, ScriptedResponse } from './scripted_api.ts';

/** A record as the API writes it. */
export type Row = Record<string, unknown>;

/** Writes the body of a page. `next` is where the next page begins; undefined on the last one. */
export type WritePage = (page: Row[], next?: number) => unknown;

/** Writes a page as the API documents it. */
export const documented: WritePage = (data, next) => ({
  data,
  meta: { next_cursor: next === undefined ? null : String(next), has_more: next !== undefined, limit: 100 },
});

/** A client; the first one is the newest. */
export function person(index: number, fields: Row = {}): Row {
  return {
    id: `c${index}`,
    name: `Person ${index}`,
    email: `person${index}@example.com`,
    status: 'active',
    created_at: new Date(1_790_000_000_000 - index * 60_000).toISOString(),
    ...fields,
  };
}

/** So many clients, the newest first. */
export function people(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => person(index));
}

/**
 * Lets a scripted API answer lists out of these rows, newest first, or oldest first when asked, and reads by id.
 * @param cap how many rows a page has at most
 * @param more other answers, by their path
 */
export function serve(
  api: ScriptedApi,
  rows: Row[],
  write: WritePage = documented,
  { cap = 100, more = {} }: { cap?: number; more?: Record<string, ScriptedResponse> } = {},
): void {
  api.answersBy(({ path, query }) => {
    const other = more[path];
    if (other !== undefined) return other;
    const byId = rows.find(({ id }) => path.endsWith(`/${String(id)}`));
    if (byId !== undefined) return { status: 200, body: { data: byId } };
    if (path.split('/').length > 2) return { status: 404 };
    const ordered = query.order === 'asc' ? rows.toReversed() : rows;
    const from = Number(query.cursor ?? 0);
    const to = from + Math.min(Number(query.limit), cap);
    return { status: 200, body: write(ordered.slice(from, to), to < rows.length ? to : undefined) };
  });
}
