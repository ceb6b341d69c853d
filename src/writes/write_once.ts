import type { ApiRecord } from '../records/api_record.ts';
import { eventOf, ownStatus, type Answer, type EventWithoutRecord } from './answer.ts';
import { endOf, type Ending } from './ending.ts';
import { NoRecord, type Reason } from './no_record.ts';
import { beside, whileWaiting } from './other_run.ts';
import { takePlace, type Place } from './place.ts';
import { begun, slotOf, underNextKey, type Identity, type WriteMemory } from './write_memory.ts';
import { afterEvent, type WriteState } from './write_state.ts';
import type { LookedFor, Sight, WriteWorld } from './write_world.ts';

/** A write that is to happen once. */
export interface Write extends Identity {
  /** What stands for the connection, so that no two share a write. */
  mark: string;
  /** Looks up what belongs into it, such as the client of a job. What was looked up once is sent again by a later run. */
  lookUp?: (() => Promise<Record<string, string>>) | undefined;
  /** How long its record is remembered without a Unique Reference, in seconds; not at all when absent. */
  rememberedSeconds?: number;
}

/**
 * Does a write once, however often Zapier runs the step and whatever happens on the way: it does what the table of
 * `write_state.ts` says.
 * @returns the record as the API stored it
 * @throws NoRecord; what the world throws that is no answer of the API, and what `lookUp` throws
 */
export async function writeOnce(world: WriteWorld, given: Write): Promise<ApiRecord> {
  // Where nothing is remembered, as in the test of the editor, each run is a write of its own.
  const write = world.cache === undefined ? { ...given, uniqueReference: undefined } : given;
  const slot = slotOf(write.mark, write);
  const fresh = begun(write, world.beganMs(), world.busyUntilMs());
  const place = await takePlace(world, slot, fresh);
  const { memory } = place;
  // What the API refused may be corrected; what was sent, or saved, may not be changed under the same reference.
  if (memory.written !== fresh.written && place.state !== 'refused') throw new NoRecord('other details');
  const ending = endOf(world, write, slot, place.role);
  if (place.role === 'waiting') return whileWaiting(world, slot, memory);
  if (place.role !== 'beside') return goOn(world, write, fresh, place, ending);
  return beside(world, slot, memory, () => goOn(world, write, fresh, place, ending));
}

/** What happened to a write, with the record where one came or was found. */
type Happened = Sight | { event: 'a record came back'; record: ApiRecord } | { event: EventWithoutRecord };

async function goOn(
  world: WriteWorld,
  write: Write,
  fresh: WriteMemory,
  place: Place,
  ending: Ending,
): Promise<ApiRecord> {
  let { memory, state } = place;
  let isLater = place.role === 'later';
  let happened: Happened = { event: 'a run begins' };
  let answer: Answer | undefined;
  const fail = async (because: Reason, end: (memory: WriteMemory) => Promise<unknown>): Promise<never> => {
    await end(memory);
    const error = answer?.is === 'failure' ? answer.error : undefined;
    throw new NoRecord(because, error, place.role === 'later', memory.lookedUp);
  };
  const send = async (): Promise<Happened> => {
    memory = { ...memory, lookedUp: await lookedUpFor(write, state, memory, ending) };
    answer = await world.send(memory.key, memory.lookedUp);
    if (answer.is === 'record') return { event: 'a record came back', record: answer.record };
    const { settledMs } = place;
    const event = eventOf(answer, { isLater, settledMs, seenStatus: memory.seenStatus });
    if (answer.is === 'failure') memory = { ...memory, seenStatus: ownStatus(answer.error) };
    return { event };
  };

  for (;;) {
    const step = afterEvent(state, happened.event);
    state = step.to;
    // By the table, what comes with a record gives it, and nothing else does.
    if ('record' in happened) {
      await ending.done(memory, happened.record.id);
      return happened.record;
    }
    switch (step.then) {
      case 'send it under its key':
        happened = await send();
        break;
      case 'send it under its next key':
        // Only what can still be answered is sent.
        if (!world.hasTime()) return fail('unknown', ending.open);
        memory = { ...underNextKey(memory, write), state: 'open', busyUntilMs: world.busyUntilMs() };
        if (happened.event === 'a run begins')
          memory = { ...fresh, key: memory.key, generation: memory.generation };
        isLater = false;
        await ending.remember(memory);
        happened = await send();
        break;
      case 'look for its record':
        happened = await lookedFor(world, write, { ...memory, state }, answer);
        break;
      case 'read its record':
        happened = await readAgain(world, memory);
        break;
      case 'tell the refusal':
        return fail('refused', ending.refused);
      case 'say that it was saved':
        return fail('saved', ending.saved);
      case 'say that nobody knows':
        return fail('unknown', ending.open);
      case 'say that its reference is taken':
        return fail('other details', ending.open);
    }
  }
}

async function lookedFor(
  world: WriteWorld,
  write: Write,
  sought: LookedFor,
  answer: Answer | undefined,
): Promise<Happened> {
  const shown = answer?.is === 'success' && answer.id !== undefined ? await world.read(answer.id) : undefined;
  if (shown !== undefined) return { event: 'one record is found that can be it', record: shown };
  const sight = await world.look(sought);
  return sight.event === 'no record can be it' && isTaken(write, answer)
    ? { event: 'no record can be it, and another form has its reference' }
    : sight;
}

async function readAgain({ read }: WriteWorld, { id }: WriteMemory): Promise<Happened> {
  const record = id === undefined ? undefined : await read(id);
  return record === undefined
    ? { event: 'the records cannot be seen' }
    : { event: 'a record came back', record };
}

// The place is taken before anything is looked up, so that runs which overlap know each other though this takes long.
async function lookedUpFor(
  { lookUp }: Write,
  state: WriteState,
  memory: WriteMemory,
  ending: Ending,
): Promise<Record<string, string>> {
  if (lookUp === undefined || Object.keys(memory.lookedUp).length > 0) return memory.lookedUp;
  try {
    return await lookUp();
  } catch (error) {
    // A replay will come.
    if (state === 'open') await ending.open(memory);
    throw error;
  }
}

// The key follows from the reference, and the API had it with another body: the cache has forgotten that other write. Where
// something was looked up, the other body may have been ours.
function isTaken({ uniqueReference, lookUp }: Write, answer: Answer | undefined): boolean {
  const isConflict = answer?.is === 'failure' && answer.error.status === 409 && !answer.error.inProgress;
  return uniqueReference !== undefined && lookUp === undefined && isConflict;
}
