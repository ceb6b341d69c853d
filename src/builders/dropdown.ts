import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import { listPage } from '../api/lists.ts';
import type { Page } from '../api/response.ts';
import { cacheOf } from '../lib/cache.ts';
import { connectionMark } from '../lib/connection.ts';
import { filled } from '../lib/guards.ts';
import { runOf } from '../lib/run.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';

const cursorSeconds = 60 * 60;

/**
 * Builds the hidden trigger that fills a dropdown of records, page by page, newest first.
 * Each entry is `{id, label}`. Its `perform` throws the errors of `zapierError`.
 */
export function dropdown(kind: RecordKind): Trigger {
  return defineTrigger({
    key: `${kind.noun}_list`,
    noun: kind.title,
    display: {
      label: `${kind.title} List`,
      description: `Triggers when a dropdown of ${kind.noun}s opens.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      canPaginate: true,
      perform: async (z: ZObject, bundle: Bundle) => {
        const { records } = await pageAt(runOf(bundle).page ?? 0, pagesOf(z, bundle, kind));
        return records.map((record) => ({ id: record.id, label: labelFor(kind, record) }));
      },
    },
  });
}

/** How people tell records apart: "Taylor Morgan · +17045550123 · Charlotte", and the number where there is one. */
export function labelFor({ contactKeys, addressKeys }: RecordKind, record: ApiRecord): string {
  const contact = filled(record[contactKeys.phone]) ?? filled(record[contactKeys.email]);
  const city = addressKeys && filled(record[addressKeys.city]);
  const parts = [filled(record[contactKeys.name]), contact, city, filled(record.number)];
  return parts.filter((part) => part !== undefined).join(' · ') || record.id;
}

interface Pages {
  read: (cursor: string | undefined) => Promise<Page>;
  knownCursor: (page: number) => Promise<string | undefined>;
  rememberCursor: (page: number, cursor: string) => Promise<unknown>;
}

function pagesOf(z: ZObject, bundle: Bundle, kind: RecordKind): Pages {
  const cache = cacheOf(z, 'the list takes longer to open');
  const slot = (page: number): string => `${kind.path} page ${page} of ${connectionMark(bundle)}`;
  return {
    read: (cursor) => listPage(z, kind, { cursor }, { attended: true }),
    knownCursor: async (page) => filled(await cache.get(slot(page))),
    rememberCursor: (page, cursor) => cache.set(slot(page), cursor, cursorSeconds),
  };
}

// Zapier asks for pages by number, the API gives them by cursor. The cursors are remembered for an hour; where one is
// not, the pages are read on from the last one whose cursor is.
async function pageAt(wanted: number, pages: Pages): Promise<Page> {
  let at = wanted;
  let cursor: string | undefined;
  while (at > 0 && cursor === undefined) {
    cursor = await pages.knownCursor(at);
    if (cursor === undefined) at -= 1;
  }
  let page = await readAndRemember(pages, at, cursor);
  while (at < wanted) {
    if (page.nextCursor === undefined) return { records: [], complete: true, unreadable: 0 };
    at += 1;
    page = await readAndRemember(pages, at, page.nextCursor);
  }
  return page;
}

async function readAndRemember(pages: Pages, at: number, cursor: string | undefined): Promise<Page> {
  const page = await pages.read(cursor);
  if (page.nextCursor !== undefined) await pages.rememberCursor(at + 1, page.nextCursor);
  return page;
}
