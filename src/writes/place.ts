import { randomUUID } from 'node:crypto';
import { isObject } from '../lib/guards.ts';
import { afterEqual, memoryIn, secondsToRemember, type WriteMemory } from './write_memory.ts';
import type { WriteState } from './write_state.ts';
import type { WriteWorld } from './write_world.ts';

/** What a run is to a write. */
export type Role =
  /** Nothing is remembered of it, and nothing will be. */
  | 'alone'
  /** It is the first to send it. */
  | 'first'
  /** The first run is under way at this moment, as after a double click. */
  | 'beside'
  /** An earlier run sent it and has ended, and nobody knows how that went. */
  | 'later'
  /** It is known how it went. */
  | 'after'
  /** Another run has taken an earlier one's place at this moment. */
  | 'waiting';

/** Where a run stands when it begins. */
export interface Place {
  role: Role;
  state: WriteState;
  memory: WriteMemory;
  /** For how long what earlier runs sent has surely been settled, in ms; undefined when it may not be. */
  settledMs: number | undefined;
}

// Longer than a step may take.
const claimSeconds = 60;
const mostTries = 5;
const momentMs = 200;

/** The slot in which the run that takes an earlier one's place says so, and how it ended. */
export function claimSlot(slot: string): string {
  return `${slot} claimed`;
}

/** The slot in which a run beside the first one says that it is under way. */
export function besideSlot(slot: string): string {
  return `${slot} beside`;
}

/**
 * Finds out where a run stands, and remembers that it began: before anything is sent. Never throws.
 * @param fresh the memory to begin with when there is none
 */
export async function takePlace(world: WriteWorld, slot: string, fresh: WriteMemory): Promise<Place> {
  const { cache } = world;
  const alone: Place = { role: 'alone', state: 'new', memory: fresh, settledMs: undefined };
  if (cache === undefined) return alone;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const added = await cache.add(slot, fresh, secondsToRemember(fresh, world.nowMs()));
    if (added === undefined) return alone;
    if (added) return { ...alone, role: 'first' };
    const memory = memoryIn(await cache.get(slot));
    // Gone since: the other run has ended.
    const place =
      memory === undefined
        ? undefined
        : isOver(memory, fresh) && !(await hasDiedBeside(world, slot, memory))
          ? await placeAfter(world, slot, memory, fresh)
          : await placeBeside(world, slot, memory);
    if (place !== undefined) return place;
  }
  return alone;
}

async function placeBeside(world: WriteWorld, slot: string, memory: WriteMemory): Promise<Place | undefined> {
  const { cache } = world;
  const place: Place = { role: 'later', state: memory.state, memory, settledMs: undefined };
  if (cache === undefined || memory.state !== 'open') return { ...place, role: 'after' };
  const isBusy = world.nowMs() < memory.busyUntilMs;
  if (isBusy && memory.isFirst) return { ...place, role: 'beside' };
  const claimed = await claim(world, slot, memory);
  if (claimed === 'by another run') return { ...place, role: 'waiting' };
  // Another run may have ended it between the first look and the claim.
  const latest = memoryIn(await cache.get(slot));
  if (latest === undefined) {
    await cache.delete(claimSlot(slot));
    return undefined;
  }
  const sinceMs = world.nowMs() - latest.busyUntilMs - world.settlingMs;
  const settledMs = claimed === 'by this run' && sinceMs >= 0 ? sinceMs : undefined;
  const mine = { ...latest, busyUntilMs: world.busyUntilMs(), isFirst: false };
  if (latest.state !== 'open') {
    await cache.delete(claimSlot(slot));
    return { ...place, role: 'after', state: latest.state, memory: latest };
  }
  await cache.set(slot, mine, secondsToRemember(mine, world.nowMs()));
  return { ...place, memory: mine, settledMs };
}

// An equal form that was done before this run began, and of which no replay is to come, is another write. What was done
// while this run was under way already is its other half, as of a double click.
function isOver({ state, isKept, waiting, doneMs = 0 }: WriteMemory, { sinceMs }: WriteMemory): boolean {
  return state === 'done' && !isKept && waiting === 0 && doneMs < sinceMs;
}

// Then this is the replay of a run that died beside the one that is done.
async function hasDiedBeside({ cache }: WriteWorld, slot: string, { key }: WriteMemory): Promise<boolean> {
  const mark = await cache?.get(besideSlot(slot));
  if (!isObject(mark) || mark.key !== key) return false;
  await cache?.delete(besideSlot(slot));
  return true;
}

async function placeAfter(
  { cache, pause, nowMs }: WriteWorld,
  slot: string,
  done: WriteMemory,
  fresh: WriteMemory,
): Promise<Place | undefined> {
  // Of two that come at once only one begins anew; the other finds it under way.
  const added = await cache?.add(`${slot} after ${done.key}`, { by: fresh.key }, claimSeconds);
  if (added === false) {
    await pause(momentMs);
    return undefined;
  }
  const memory = afterEqual(fresh, done);
  await cache?.set(slot, memory, secondsToRemember(memory, nowMs()));
  return { role: 'first', state: 'new', memory, settledMs: undefined };
}

async function claim(
  { cache }: WriteWorld,
  slot: string,
  { sinceMs }: WriteMemory,
): Promise<'by this run' | 'by another run' | 'perhaps'> {
  const mine = { sinceMs, by: randomUUID() };
  const added = await cache?.add(claimSlot(slot), mine, claimSeconds);
  if (added === undefined) return 'perhaps';
  if (added) return 'by this run';
  const found = await cache?.get(claimSlot(slot));
  // What an earlier write of the same form left there says nothing about this one.
  if (claimIn(found)?.sinceMs === sinceMs) return 'by another run';
  await cache?.set(claimSlot(slot), mine, claimSeconds);
  return 'by this run';
}

/** Reads what the cache gave of a claim; undefined when it is none. */
export function claimIn(found: unknown): { sinceMs: number; id?: string } | undefined {
  if (typeof found !== 'object' || found === null || !('sinceMs' in found)) return undefined;
  const id = 'id' in found && typeof found.id === 'string' ? { id: found.id } : {};
  return { sinceMs: Number(found.sinceMs), ...id };
}

/** Tells the runs that wait how the one that took the place ended. */
export async function endClaim(
  world: WriteWorld,
  slot: string,
  memory: WriteMemory,
  id?: string,
): Promise<void> {
  if (id === undefined) await world.cache?.delete(claimSlot(slot));
  else await world.cache?.set(claimSlot(slot), { sinceMs: memory.sinceMs, id }, claimSeconds);
}
