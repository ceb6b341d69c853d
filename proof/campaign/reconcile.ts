import { isObject } from '../../src/lib/guards.ts';
import type { FormWrite, Scenario } from './scenarios.ts';
import { admitsLoss, helps, saysNothingSaved } from './words.ts';

/** A record in the sandbox. */
export type Found = Record<string, unknown>;

/** Something that the app promises never happens. */
export interface BrokenPromise {
  what: 'duplicate' | 'loss' | 'wrong merge' | 'lie' | 'silent end';
  sentence: string;
}

/** The result of comparing a scenario with the records in the sandbox. */
export interface Reconciled {
  /** How many records there must be, at least: those of the writes that reported success. */
  expected: number;
  /** How many records come from writes that gave up. Each of these may have been saved or not; both are allowed. */
  leftBehind: number;
  /** How many of the duplicates a double click made. */
  doubled: number;
  /**
   * How many equal forms were taken for the one before, of which nobody knew whether it was saved. No promise was
   * broken: the app could not tell.
   */
  merged: number;
  /** How many writes were refused, as they must be: their Unique Reference belongs to another form. */
  refused: number;
  findings: BrokenPromise[];
}

type Judged = Pick<Scenario, 'story' | 'writes'>;

/**
 * Compares a scenario with the records in the sandbox, and finds duplicates, losses, wrong merges, errors that were
 * not true, and writes that ended without a word about what became of them.
 * @param found the records of the scenario's customer
 * @param clients the clients of this name, for a scenario that makes a client for its record
 */
export function reconcile(
  scenario: Judged,
  found: readonly Found[],
  clients: readonly Found[] = [],
): Reconciled {
  const { story, writes } = scenario;
  const saved = writes.filter(({ state }) => state === 'saved');
  const ownEach = story === 'once' || story === 'equal_writes';
  const merges = ownEach ? mergesOf(writes) : { allowed: 0, wrong: 0 };
  const expected = ownEach ? saved.length - merges.allowed : Math.min(saved.length, 1);
  const most = ownEach ? writes.length : 1;
  const extra = Math.max(0, found.length - most);
  const extraClients = Math.max(0, clients.length - 1);
  const refused = writes.filter((write) => isRefused(scenario, write));
  const ended = writes.filter((write) => write.state === 'gave_up' && !refused.includes(write));
  // The records of the writes that succeeded are theirs; what is left may come from those that gave up.
  const unsaved = ended.slice(Math.max(0, found.length - expected));
  const lost = ownEach || found.length === 0 ? unsaved.filter((write) => !admitsLoss(lastWords(write))) : [];
  return {
    expected,
    leftBehind: Math.max(0, Math.min(found.length, most) - expected),
    doubled: story === 'double_click' ? extra + extraClients : 0,
    merged: merges.allowed,
    refused: refused.length,
    findings: [
      ...repeated(extra, 'duplicate', `${found.length} records instead of ${most}`),
      ...repeated(extraClients, 'duplicate', `${clients.length} clients instead of 1`),
      ...repeated(expected - found.length, 'loss', `${found.length} records instead of ${expected}`),
      ...repeated(lost.length, 'loss', 'nothing was saved, and the last error does not say so'),
      ...repeated(merges.wrong, 'wrong merge', 'two writes were given the same record'),
      ...saved.flatMap((write) => misplaced(write, found, writes)),
      ...found.filter((record) => !writes.some(({ form }) => holds(record, form))).map(altered),
      ...writes.flatMap(({ tries }) => tries.flatMap(({ lie }) => repeated(1, 'lie', lie))),
      ...ended
        .filter((write) => !helps(lastWords(write)))
        .flatMap((write) => repeated(1, 'silent end', `it ended with "${lastWords(write)}"`)),
    ],
  };
}

function repeated(count: number, what: BrokenPromise['what'], sentence: string | undefined): BrokenPromise[] {
  if (sentence === undefined) return [];
  return Array.from({ length: Math.max(0, count) }, () => ({ what, sentence }));
}

function isRefused({ story }: Judged, write: FormWrite): boolean {
  return story === 'reference_reused' && write.state === 'gave_up' && saysNothingSaved(lastWords(write));
}

function lastWords({ tries }: FormWrite): string {
  return tries.at(-1)?.error?.sentence ?? '';
}

// Counts the writes that each meant a record of their own, but were given the one of an earlier write. That is allowed
// when a try of that earlier one had failed.
function mergesOf(writes: readonly FormWrite[]): { allowed: number; wrong: number } {
  const firsts = new Map<unknown, FormWrite>();
  const merges = { allowed: 0, wrong: 0 };
  for (const write of writes) {
    if (write.state !== 'saved') continue;
    const first = firsts.get(write.record?.id);
    if (first === undefined) firsts.set(write.record?.id, write);
    else if (first.tries.some(({ error }) => error !== undefined)) merges.allowed += 1;
    else merges.wrong += 1;
  }
  return merges;
}

// The step's output may be written in another way than the record, since a list may be: only its id and name count.
function misplaced(
  { form, record = {} }: FormWrite,
  found: readonly Found[],
  writes: readonly FormWrite[],
): BrokenPromise[] {
  const id = String(record.id);
  const kept = found.find((one) => one.id === record.id);
  const renamed = ['customer_name', 'name'].some(
    (key) => key in form && typeof record[key] === 'string' && record[key] !== form[key],
  );
  const others = kept !== undefined && !holds(kept, form) && writes.some((write) => holds(kept, write.form));
  if (renamed || others)
    return [{ what: 'wrong merge', sentence: `record ${id} was given for another form` }];
  if (kept !== undefined) return [];
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
