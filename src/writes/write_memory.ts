import { randomUUID } from 'node:crypto';
import { isFilled, isObject } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import type { WriteState } from './write_state.ts';

/** What a write is told apart by. */
export interface Identity {
  /** The action's key: `create_lead`. */
  action: string;
  /** What the person filled in, as it was read. What was looked up for it is no part of it. */
  written: unknown;
  /** The person's own mark for this write, such as a form response id. */
  uniqueReference?: string | undefined;
}

/** What Zapier's cache keeps of a write from one run to the next. */
export interface WriteMemory {
  state: Exclude<WriteState, 'new'>;
  /** The Idempotency-Key that it was sent under last. */
  key: string;
  /** How many keys of the Unique Reference were spent before this one. */
  generation: number;
  /** A hash of what was filled in: nothing of a customer gets into the cache. */
  written: string;
  /** What was looked up for it, such as the client of a job: a later run sends the same. */
  lookedUp: Record<string, string>;
  /** When its first run began, in ms since 1970. */
  sinceMs: number;
  /** When the run that has it now has surely ended, in ms since 1970. */
  busyUntilMs: number;
  /** True while the first run is under way. */
  isFirst: boolean;
  /** How many runs ended without knowing, so that a replay of each may come. */
  waiting: number;
  /** The status of the failure that the API itself gave under this key; 0 when it gave none. */
  seenStatus: number;
  /** The records of equal forms before it, which are not its own. */
  others: string[];
  /** True for one that is given to every later run: it has a Unique Reference, or is to be remembered. */
  isKept: boolean;
  /** The record's id, when it is done. */
  id?: string;
  /** When it was done, in ms since 1970. */
  doneMs?: number;
}

// Documented: the API keeps the answer to a key for 72 hours, counted from its first request.
const rememberedMs = 71 * 60 * 60 * 1000;

/** The slot of a write in Zapier's cache. `mark` stands for the connection. */
export function slotOf(mark: string, { action, written, uniqueReference }: Identity): string {
  return `${mark} ${hash(action, uniqueReference ?? written)}`;
}

/** The memory of a write whose first run begins now. */
export function begun(identity: Identity, nowMs: number, busyUntilMs: number): WriteMemory {
  return {
    state: 'open',
    key: keyOf(identity, 0),
    generation: 0,
    written: hash(identity.written),
    lookedUp: {},
    sinceMs: nowMs,
    busyUntilMs,
    isFirst: true,
    waiting: 0,
    seenStatus: 0,
    others: [],
    isKept: identity.uniqueReference !== undefined,
  };
}

/** The same write under its next key: the one before is spent. */
export function underNextKey(memory: WriteMemory, identity: Identity): WriteMemory {
  const generation = memory.generation + 1;
  return { ...memory, generation, key: keyOf(identity, generation), seenStatus: 0 };
}

const mostOthers = 20;

/** The memory of a form that is sent again, after an equal one that is done. */
export function afterEqual(fresh: WriteMemory, done: WriteMemory): WriteMemory {
  const others = [...done.others, ...(done.id === undefined ? [] : [done.id])];
  return { ...fresh, others: others.slice(-mostOthers) };
}

/** How long a write is still to be remembered, in whole seconds. */
export function secondsToRemember({ sinceMs }: WriteMemory, nowMs: number): number {
  return Math.max(Math.ceil((sinceMs + rememberedMs - nowMs) / 1000), 60);
}

/** Reads what the cache gave; undefined when it is no memory of a write. */
export function memoryIn(found: unknown): WriteMemory | undefined {
  if (!isObject(found)) return undefined;
  const {
    state,
    key,
    generation,
    written,
    lookedUp,
    sinceMs,
    busyUntilMs,
    isFirst,
    waiting,
    seenStatus,
    others,
    isKept,
    id,
    doneMs,
  } = found;
  if (state !== 'open' && state !== 'done' && state !== 'saved' && state !== 'refused') return undefined;
  if (!isFilled(key) || !isFilled(written)) return undefined;
  const texts = Object.entries(isObject(lookedUp) ? lookedUp : {}).filter(
    (entry): entry is [string, string] => isFilled(entry[1]),
  );
  return {
    state,
    key,
    written,
    generation: Number(generation),
    lookedUp: Object.fromEntries(texts),
    sinceMs: Number(sinceMs),
    busyUntilMs: Number(busyUntilMs),
    isFirst: isFirst === true,
    waiting: Number(waiting),
    seenStatus: Number(seenStatus),
    others: Array.isArray(others) ? others.filter(isFilled) : [],
    isKept: isKept === true,
    ...(isFilled(id) && { id }),
    ...(typeof doneMs === 'number' && { doneMs }),
  };
}

// With a Unique Reference the key follows from it, so that it does not depend on the cache; else it is random, so that
// two equal writes stay two.
function keyOf({ action, uniqueReference }: Identity, generation: number): string {
  return uniqueReference === undefined ? randomUUID() : hash(action, uniqueReference, generation);
}
