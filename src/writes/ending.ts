import { endClaim, type Role } from './place.ts';
import { memoryIn, secondsToRemember, type Identity, type WriteMemory } from './write_memory.ts';
import type { WriteWorld } from './write_world.ts';

/** What is remembered when a run ends. None of these throws. */
export interface Ending {
  /** Before something is sent under another key. */
  remember: (memory: WriteMemory) => Promise<unknown>;
  done: (memory: WriteMemory, id: string) => Promise<unknown>;
  saved: (memory: WriteMemory) => Promise<unknown>;
  refused: (memory: WriteMemory) => Promise<unknown>;
  open: (memory: WriteMemory) => Promise<unknown>;
}

/**
 * How long the record of an equal form is known: as far back as the records are looked through, and a moment longer.
 */
export const equalSeconds = 12 * 60;
/** How long replays may come: Zapier's last one comes 10 hours and 35 minutes after the first run. */
export const replaySeconds = 11 * 60 * 60;

/**
 * What a run in this role remembers.
 * With a Unique Reference the end of a write is remembered for as long as the API keeps keys. Without one the same form
 * is another record the next time, but for as many replays as there are runs that ended without knowing; its record is
 * remembered for some minutes, so that it is not taken for that of the next one.
 * @param write `rememberedSeconds` says how long a record is remembered without a reference
 */
export function endOf(
  world: WriteWorld,
  { uniqueReference, rememberedSeconds }: Identity & { rememberedSeconds?: number },
  slot: string,
  role: Role,
): Ending {
  const { cache } = world;
  const isReferenced = uniqueReference !== undefined;
  const set = async (memory: WriteMemory, mostSeconds = Number.POSITIVE_INFINITY): Promise<void> => {
    await cache?.set(slot, memory, Math.min(secondsToRemember(memory, world.nowMs()), mostSeconds));
  };
  const forget = async (): Promise<void> => {
    await cache?.delete(slot);
  };
  const tellWaiting = async (memory: WriteMemory, id?: string): Promise<void> => {
    if (role === 'later') await endClaim(world, slot, memory, id);
  };
  // The run that began first ends the write for the one beside it too.
  if (role === 'alone' || role === 'beside') {
    const nothing = (): Promise<void> => Promise.resolve();
    return { remember: nothing, done: nothing, saved: nothing, refused: nothing, open: nothing };
  }

  return {
    remember: set,
    done: async (memory, id) => {
      const isKept = isReferenced || rememberedSeconds !== undefined;
      const waiting = Math.max(memory.waiting - 1, 0);
      const doneMs = memory.doneMs ?? world.nowMs();
      const seconds = waiting > 0 ? replaySeconds : equalSeconds;
      if (memory.state !== 'done' || !isKept) {
        await set(
          { ...memory, state: 'done', id, waiting, isKept, doneMs },
          isReferenced ? undefined : (rememberedSeconds ?? seconds),
        );
      }
      await tellWaiting(memory, id);
    },
    saved: async (memory) => {
      if (memory.state !== 'done')
        await set({ ...memory, state: 'saved' }, isReferenced ? undefined : replaySeconds);
      await tellWaiting(memory);
    },
    refused: async (memory) => {
      await (isReferenced ? set({ ...memory, state: 'refused' }) : forget());
      await tellWaiting(memory);
    },
    open: async (memory) => {
      // The slot is set: a cache that sets it again on condition does not keep conditions.
      if (role === 'first') await cache?.proveAdd(slot, memory, secondsToRemember(memory, world.nowMs()));
      // The other half of a double click may have ended without knowing, too.
      const latest = role === 'first' ? memoryIn(await cache?.get(slot)) : undefined;
      const waiting = Math.max(memory.waiting, latest?.waiting ?? 0, 1);
      await set({ ...memory, state: 'open', waiting, isFirst: false, busyUntilMs: world.nowMs() });
      await tellWaiting(memory);
    },
  };
}
