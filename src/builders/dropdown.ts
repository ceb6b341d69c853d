import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import type { ApiRecord, Page } from '../api/response.ts';
import { listPage } from '../api/lists.ts';
import { cacheOf } from '../lib/cache.ts';
import { filled } from '../lib/guards.ts';
import { connectionMark } from '../api/middleware.ts';
import { runOf } from '../lib/run.ts';
import type { RecordKind } from '../records/record.ts';

const cursorSeconds = 60 * 60;

/**
 * Builds the hidden trigger that fills a dropdown of records, page by page, newest first.
 * Each entry is `{id, label}` with the label "name · phone · city". Throws the errors of `zapierError`.
 */
export function dropdown(record: RecordKind): Trigger {
  return defineTrigger({
    key: `${record.noun}_list`,
    noun: record.title,
    display: {
      label: `${record.title} List`,
      description: `Triggers when a dropdown of ${record.noun}s opens.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      canPaginate: true,
      perform: async (z: ZObject, bundle: Bundle) => {
        const { records } = await pageAt(runOf(bundle).page ?? 0, listOf(z, bundle, record));
        return records.map((entry) => ({ id: entry.id, label: labelFor(record, entry) }));
      },
    },
  });
}

/** How people tell records apart: "Taylor Morgan · +17045550123 · Charlotte", and the number where there is one. */
export function labelFor(record: RecordKind, entry: ApiRecord): string {
  const { name, phone, email } = record.who;
  const contact = filled(entry[phone]) ?? filled(entry[email]);
  const parts = [filled(entry[name]), contact, filled(entry[record.where?.city ?? '']), filled(entry.number)];
  return parts.filter((part) => part !== undefined).join(' · ') || entry.id;
}

interface List {
  page: (cursor: string | undefined) => Promise<Page>;
  knownCursor: (number: number) => Promise<unknown>;
  rememberCursor: (number: number, cursor: string) => Promise<unknown>;
}

function listOf(z: ZObject, bundle: Bundle, record: RecordKind): List {
  const cache = cacheOf(z, 'the list takes longer to open');
  const slot = (number: number): string => `${record.path} page ${number} of ${connectionMark(bundle)}`;
  return {
    page: (cursor) => listPage(z, record, { cursor }, { attended: true }),
    knownCursor: (number) => cache.get(slot(number)),
    rememberCursor: (number, cursor) => cache.set(slot(number), cursor, cursorSeconds),
  };
}

// Zapier asks for pages by number, the API gives them by cursor: the cursors are kept, and where they are not, the
// pages before are walked through again.
async function pageAt(number: number, list: List): Promise<Page> {
  const before = number === 0 ? undefined : (filled(await list.knownCursor(number)) ?? null);
  const cursor = before === null ? (await pageAt(number - 1, list)).nextCursor : before;
  if (number > 0 && cursor === undefined) return { records: [], complete: true };
  const page = await list.page(cursor);
  if (page.nextCursor !== undefined) await list.rememberCursor(number + 1, page.nextCursor);
  return page;
}
