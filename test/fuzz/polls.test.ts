import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { turnOn } from '../../workbench/zap.ts';
import { someKey } from '../support/ad_hoc.ts';
import { ListedModel, type ListManners } from '../support/listed_model.ts';
import { withoutMemoryLimit } from '../support/memory.ts';
import { movedClock } from '../support/moved_clock.ts';
import type { Item } from '../support/office.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { trySeeded } from '../support/seeded.ts';

/*
 * Whatever happens between the polls of a Zap: what newly deserves to fire does, once, and nothing else.
 */

const api = scriptedApi();
const clock = movedClock();
withoutMemoryLimit();
trySeeded();
jest.setTimeout(3_600_000);
const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 100) / 8);
const day = 86_400_000;
const hooks = {
  listen: () => '',
  silence: () => undefined,
  settled: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** A trigger: how its records look, and which of them deserve to fire now. */
interface Subject {
  input: Item;
  statuses: string[];
  /** Further fields of a record that came at this moment; `vary` is any number. */
  fields: (at: number, vary: number) => Item;
  deserves: (record: Item) => boolean;
  /** What tells two items of one record apart; its id alone when absent. */
  mark?: (record: Item) => string;
  /** What the API lists by when nothing is said about it. */
  ownSort?: string;
  /** What an edit changes beside the status. */
  edit?: (vary: number) => Item;
}

const midMorning = 14 * 60 * 60 * 1000;
const eightHours = 8 * 60 * 60 * 1000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const within = (ms: number): boolean => ms >= 0 && ms <= 30 * day;
const subjects: Record<string, Subject> = {
  lead_in_status: {
    input: { status: 'lost' },
    statuses: ['new', 'lost', 'converted'],
    fields: () => ({}),
    deserves: ({ status }) => status === 'lost',
  },
  new_client: {
    input: {},
    statuses: ['lead', 'active'],
    fields: () => ({}),
    deserves: ({ created_at }) => Date.now() - Number(created_at) <= 30 * day,
  },
  estimate_awaiting_response: {
    input: { days: '2' },
    statuses: ['draft', 'sent', 'viewed', 'approved'],
    fields: (at) => ({ sent_at: at }),
    deserves: ({ status, sent_at }) =>
      ['sent', 'viewed'].includes(String(status)) && within(Date.now() - Number(sent_at) - 2 * day),
  },
  lead_waiting: {
    input: { hours: '40' },
    statuses: ['new', 'lost', 'converted'],
    fields: () => ({}),
    deserves: ({ status, created_at }) =>
      status === 'new' && within(Date.now() - Number(created_at) - (40 / 24) * day),
  },
  upcoming_job: {
    input: { days: '2' },
    statuses: ['scheduled', 'complete', 'cancelled', 'en_route'],
    ownSort: 'scheduled_date',
    fields: (at, vary) => ({ scheduled_date: dayOf(at + ((vary % 9) - 2) * day) }),
    edit: (vary) => ({ scheduled_date: dayOf(Date.now() + ((vary % 7) - 2) * day) }),
    deserves: ({ status, scheduled_date }) => {
      const toIt = Date.parse(String(scheduled_date)) - Date.now();
      const isOpen = status === 'scheduled' || status === 'en_route';
      return isOpen && toIt <= 2 * day - eightHours && toIt > -day;
    },
    mark: ({ id, scheduled_date }) => `${String(id)} on ${String(scheduled_date)}`,
  },
  unpaid_invoice: {
    input: { days: '3' },
    statuses: ['draft', 'sent', 'overdue', 'paid'],
    fields: (at, vary) => ({
      due_date: new Date(at + (vary % 40) * day).toISOString().slice(0, 10),
      balance_due: vary % 5 === 0 ? 0 : 100,
    }),
    edit: (vary) => ({
      due_date: new Date(Date.now() + ((vary % 60) - 40) * day).toISOString().slice(0, 10),
    }),
    deserves: ({ status, due_date, balance_due }) =>
      ['sent', 'overdue'].includes(String(status)) &&
      Number(balance_due) > 0 &&
      within(Date.now() - Date.parse(String(due_date)) - midMorning - 3 * day),
  },
};

const manners: fc.Arbitrary<ListManners> = fc.record({
  filter: fc.constantFrom('kept', 'ignored', 'refused', 'other spelling'),
  dates: fc.constantFrom('texts', 'seconds', 'milliseconds'),
  sort: fc.constantFrom('kept', 'kept', 'kept', 'ignored, oldest first'),
  mostRows: fc.constantFrom(100, 30),
});
const number = fc.nat(1_000_000);
const happening = fc.oneof(
  fc.record({ what: fc.constant('come'), many: fc.integer({ min: 1, max: 130 }), which: number }),
  fc.record({
    what: fc.constantFrom('edited', 'removed'),
    many: fc.integer({ min: 1, max: 5 }),
    which: number,
  }),
  fc.record({ what: fc.constant('status'), many: fc.integer({ min: 1, max: 60 }), which: number }),
);
const story = fc.record({
  manners,
  before: fc.integer({ min: 0, max: 260 }),
  steps: fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 22 }), happenings: fc.array(happening, { maxLength: 4 }) }),
    {
      minLength: 1,
      maxLength: 9,
    },
  ),
});

describe.each(Object.entries(subjects))('%s', (key, subject) => {
  const { input, statuses, fields, deserves, edit, ownSort, mark = ({ id }) => String(id) } = subject;
  const statusOf = (which: number): string => String(statuses[which % statuses.length]);

  test('fires for all that newly deserves it, once, and for nothing else', async () => {
    jest.spyOn(console, 'log').mockReturnValue();
    const tell = async ({
      manners: how,
      before,
      steps,
    }: typeof story extends fc.Arbitrary<infer T> ? T : never): Promise<void> => {
      const model = new ListedModel(how, ownSort);
      for (let index = 0; index < before; index += 1) {
        const at = Date.now() - (before - index) * 0.7 * day;
        model.add({ status: statusOf(index * 7), ...fields(at, index * 13) }, at);
      }
      model.serve(api);
      const deserving = (): string[] => [...model.records.values()].filter(deserves).map(mark);
      const known = new Set(deserving());
      const zap = await turnOn(
        { name: key, timezone: 'Etc/UTC', trigger: { key, input }, steps: [] },
        { platform: createPlatform(App, { api_key: someKey }), hooks, triggers: App.triggers },
      );
      for (const { hours, happenings } of steps) {
        clock.pass(hours / 24);
        for (const { what, many, which } of happenings)
          for (let index = 0; index < many; index += 1) {
            const vary = which + index * 31;
            if (what === 'come')
              model.add({ status: statusOf(vary), ...fields(Date.now(), vary) }, Date.now());
            else if (what === 'removed') model.remove(vary);
            else
              model.change(
                vary,
                what === 'status' ? { status: statusOf(vary >> 3) } : (edit?.(vary) ?? { notes: vary }),
              );
          }
        const fresh = deserving().filter((id) => !known.has(id));
        const runsBefore = zap.runs.length;
        await zap.poll();
        const fired = zap.runs
          .slice(runsBefore)
          .map(({ given }) => (isObject(given.trigger) ? mark(given.trigger) : ''));
        expect(fired.sort()).toEqual(fresh.sort());
        for (const id of fresh) known.add(id);
      }
    };
    await fc.assert(fc.asyncProperty(story, tell), { numRuns });
  });
});
