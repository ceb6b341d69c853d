import type { ApiRecord } from '../records/api_record.ts';
import { eventOf, ownStatus } from './answer.ts';
import { equalSeconds, replaySeconds } from './ending.ts';
import { NoRecord } from './no_record.ts';
import { besideSlot, claimIn, claimSlot } from './place.ts';
import { memoryIn, secondsToRemember, type WriteMemory } from './write_memory.ts';
import type { WriteWorld } from './write_world.ts';

/*
 * What a run does while another run of the same write is under way.
 */

const pauseMs = 500;

/**
 * Does a write beside its first run, which is under way. When it gets no record, it waits for the other one.
 * @param work does the write
 * @throws what `work` throws: a replay will be recognized
 */
export async function beside(
  world: WriteWorld,
  slot: string,
  memory: WriteMemory,
  work: () => Promise<ApiRecord>,
): Promise<ApiRecord> {
  // Should this run die, its replay finds the mark: nothing else tells it from an equal form.
  await world.cache?.set(besideSlot(slot), { key: memory.key }, equalSeconds);
  try {
    return await work();
  } catch (error) {
    const isRefused = error instanceof NoRecord && error.because === 'refused';
    if (isRefused || !(error instanceof Error)) throw error;
    return await whileBeside(world, slot, memory, error);
  } finally {
    await world.cache?.delete(besideSlot(slot));
  }
}

// The first run is under way, and this one has no record: it waits for the other and asks once more.
async function whileBeside(
  world: WriteWorld,
  slot: string,
  memory: WriteMemory,
  failure: Error,
): Promise<ApiRecord> {
  let latest: WriteMemory | undefined = memory;
  while (latest !== undefined && isUnderWay(world, latest, memory) && world.hasTime()) {
    await world.pause(pauseMs);
    const found = await world.cache?.get(slot);
    // Undefined: the cache did not answer.
    if (found !== undefined) latest = memoryIn(found);
  }
  const isGone = latest?.key !== memory.key;
  if (!isGone && latest?.state === 'done' && latest.id !== undefined) {
    const record = await world.read(latest.id);
    if (record !== undefined) return record;
  }
  // The other run has ended well, or heard a refusal: the API answers the same key in the same way. What this run never
  // sent, it does not send now.
  if (failure instanceof NoRecord && (isGone || latest?.state === 'done')) {
    const answer = await world.send(memory.key, failure.lookedUp);
    if (answer.is === 'record') return answer.record;
    const event = eventOf(answer, { isLater: true, settledMs: undefined, seenStatus: 0 });
    if (answer.is === 'failure' && event === 'the API refused it')
      throw new NoRecord('refused', answer.error);
    // A new write of the same form may have taken the slot: its memory must not be lost.
    if (latest !== undefined) {
      if (!isGone) await expectReplay(world, slot, latest);
      throw failure;
    }
  }
  const waiting = latest === undefined ? 1 : latest.waiting === 0 ? 2 : latest.waiting + 1;
  const own = failure instanceof NoRecord && failure.error !== undefined ? ownStatus(failure.error) : 0;
  const seenStatus = own === 0 ? (latest?.seenStatus ?? 0) : own;
  const open: WriteMemory = {
    ...memory,
    ...(failure instanceof NoRecord && { lookedUp: failure.lookedUp }),
    state: failure instanceof NoRecord && failure.because === 'saved' ? 'saved' : 'open',
    waiting,
    seenStatus,
    isFirst: false,
    busyUntilMs: world.nowMs(),
  };
  await world.cache?.set(slot, open, secondsToRemember(open, world.nowMs()));
  throw failure;
}

// What is done is given to the replay of this run, too.
async function expectReplay(world: WriteWorld, slot: string, done: WriteMemory): Promise<void> {
  await world.cache?.set(slot, { ...done, waiting: done.waiting + 1 }, replaySeconds);
}

function isUnderWay(world: WriteWorld, latest: WriteMemory, memory: WriteMemory): boolean {
  return latest.key === memory.key && latest.state === 'open' && world.nowMs() < latest.busyUntilMs;
}

/**
 * Another run has taken an earlier one's place: sending now as well could save it twice, so this one waits for it.
 * @returns the record that the other run found or made
 * @throws NoRecord when the other run found none, or does not end in time
 */
export async function whileWaiting(world: WriteWorld, slot: string, memory: WriteMemory): Promise<ApiRecord> {
  while (world.hasTime()) {
    await world.pause(pauseMs);
    const found = await world.cache?.get(claimSlot(slot));
    if (found === undefined) continue;
    const claim = claimIn(found);
    const id = claim?.sinceMs === memory.sinceMs ? claim.id : undefined;
    if (id !== undefined) {
      const record = await world.read(id);
      if (record !== undefined) return record;
    }
    if (claim === undefined || id !== undefined) break;
  }
  throw new NoRecord('busy');
}
