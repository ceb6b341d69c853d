import { isObject } from '../../src/lib/guards.ts';
import type { Scenario } from './scenarios.ts';

/** A record as the sandbox keeps it. */
export type Found = Record<string, unknown>;

/** Something that must not be. */
export interface BrokenPromise {
  what: 'duplicate' | 'loss' | 'wrong merge';
  sentence: string;
}

/** One scenario held against the records that came of it. */
export interface Reconciled {
  /** How many records there have to be, for the writes that reported success. */
  expected: number;
  /** How many of the records are those of writes that gave up: each may have been saved, or not. */
  leftBehind: number;
  /** A double click that became two records. */
  doubled: number;
  findings: BrokenPromise[];
}

/**
 * Tells what is wrong with the records of a scenario.
 * @param found the records with its marker
 */
export function reconcile(scenario: Scenario, found: readonly Found[]): Reconciled {
  const { story, writes } = scenario;
  const saved = writes.filter(({ state }) => state === 'saved');
  const ownEach = story === 'once' || story === 'equal_writes';
  const expected = ownEach ? saved.length : Math.min(saved.length, 1);
  const most = ownEach ? writes.length : 1;
  const extra = Math.max(0, found.length - most);
  const doubled = story === 'double_click' ? extra : 0;
  return {
    expected,
    leftBehind: Math.max(0, Math.min(found.length, most) - expected),
    doubled,
    findings: [
      ...many(extra - doubled, 'duplicate', `${found.length} records instead of ${most}`),
      ...many(expected - found.length, 'loss', `${found.length} records instead of ${expected}`),
      ...(ownEach ? sharedRecords(saved) : []),
      ...saved.flatMap(({ record = {} }) => misplaced(scenario, record, found)),
      ...found.filter((record) => !holds(record, scenario.form)).map(altered),
    ],
  };
}

function many(count: number, what: BrokenPromise['what'], sentence: string): BrokenPromise[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ what, sentence }));
}

// Two genuine writes, and one was told that the other's record is its own.
function sharedRecords(saved: Scenario['writes']): BrokenPromise[] {
  const shared = saved.length - new Set(saved.map(({ record }) => record?.id)).size;
  return many(shared, 'wrong merge', 'two writes were given the same record');
}

function misplaced({ form }: Scenario, record: Found, found: readonly Found[]): BrokenPromise[] {
  const id = String(record.id);
  if (!holds(record, form))
    return [{ what: 'wrong merge', sentence: `record ${id} was given for another form` }];
  if (found.some((kept) => kept.id === record.id)) return [];
  return [{ what: 'loss', sentence: `record ${id} was given, but is not there` }];
}

function altered({ id }: Found): BrokenPromise {
  return { what: 'wrong merge', sentence: `record ${String(id)} does not say what the form said` };
}

/** True when all that the form says stands in the record; the record may say more. */
export function holds(record: unknown, form: unknown): boolean {
  if (Array.isArray(form)) {
    return (
      Array.isArray(record) &&
      record.length === form.length &&
      form.every((value, index) => holds(record[index], value))
    );
  }
  if (!isObject(form)) return Object.is(record, form);
  return isObject(record) && Object.entries(form).every(([key, value]) => holds(record[key], value));
}
