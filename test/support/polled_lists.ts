import { beforeEach, jest } from '@jest/globals';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from './ad_hoc.ts';
import type { Item } from './office.ts';
import type { ScriptedApi } from './scripted_api.ts';

/** A moment some days ago, as the API writes it. */
export const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Lost leads that changed one after the other, the newest first; `from` and `to` are days ago. */
export const rows = (count: number, from: number, to: number, more: Item = {}): Item[] =>
  Array.from({ length: count }, (_, index) => {
    const at = ago(from + ((to - from) * index) / count);
    return { id: `r${from}-${index}`, status: 'lost', created_at: at, updated_at: at, ...more };
  });

/** Lets an API answer with these rows, by pages of a hundred, in the order given. */
export function serve(api: ScriptedApi, all: unknown[]): void {
  api.answersBy(({ query }) => {
    const start = Number(query.cursor ?? 0);
    const data = all.slice(start, start + 100);
    const next = start + 100 < all.length ? String(start + 100) : null;
    return { status: 200, body: { data, meta: { next_cursor: next, has_more: next !== null } } };
  });
}

/** Polls of the tests of a file, by an app without memory of earlier polls. */
export function polls() {
  const platform = createPlatform(App, { api_key: someKey });
  let log: { mock: { calls: unknown[][] } } | undefined;
  beforeEach(() => {
    log = jest.spyOn(console, 'log').mockReturnValue();
  });
  const poll = async (key: string, inputData: Item, meta: Item = {}): Promise<Item[]> => {
    const items = await platform.run(`triggers.${key}.operation.perform`, { inputData, meta });
    return (Array.isArray(items) ? items : []).filter(isObject);
  };
  return {
    platform,
    poll,
    lost: (meta?: Item) => poll('lead_in_status', { status: 'Lost' }, meta),
    clients: (meta?: Item) => poll('new_client', {}, meta),
    logged: () => String(log?.mock.calls.join()),
  };
}

export const turningOn = { isPopulatingDedupe: true };
