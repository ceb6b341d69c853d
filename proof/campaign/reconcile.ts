import { isObject } from '../../src/lib/guards.ts';
import type { Scenario } from './scenarios.ts';

/** A record in the sandbox. */
export type Found = Record<string, unknown>;

/** Something that the app promises never happens. */
export interface BrokenPromise {
  what: 'duplicate' | 'loss' | 'wrong merge';
  sentence: string;
}

/** The result of comparing a scenario with the records in the sandbox. */
export interface Reconciled {
  /** How many records there must be, at least: those of the writes that reported success. */
  expected: number;
  /** How many records come from writes that gave up. Each of these may have been saved or not; both are allowed. */
  leftBehind: number;
  /**
   * How many records too many a double click made. Counted apart: without a reference the app cannot prevent it all.
   */
  doubled: number;
  findings: BrokenPromise[];
}

/**
 * Compares a scenario with the records in the sandbox, and finds duplicates, losses and wrong merges.
 * @param found the records with the scenario's marker
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
      ...repeated(extra - doubled, 'duplicate', `${found.length} records instead of ${most}`),
      ...repeated(expected - found.length, 'loss', `${found.length} records instead of ${expected}`),
      ...(ownEach ? sharedRecords(saved) : []),
      ...saved.flatMap(({ record = {} }) => misplaced(scenario, record, found)),
      ...found.filter((record) => !holds(record, scenario.form)).map(altered),
    ],
  };
}

function repeated(count: number, what: BrokenPromise['what'], sentence: string): BrokenPromise[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ what, sentence }));
}

// Finds writes that each meant a record of their own, but were given the same one.
function sharedRecords(saved: Scenario['writes']): BrokenPromise[] {
  const shared = saved.length - new Set(saved.map(({ record }) => record?.id)).size;
  return repeated(shared, 'wrong merge', 'two writes were given the same record');
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

/** True when the record has every value of the form. It may have more fields. */
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
