import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replayPausesMs } from '../../support/moving_clock.ts';
import { behaviours, type Behaviour } from './model_api.ts';
import { ModelWorld, type End, type Weather } from './model_world.ts';

/*
 * Explores the states of a write: every answer, every order in which two runs and their replays can go on.
 */

const runsOfEach = Number(process.env.MODEL_RUNS ?? 60);
const behaviour = fc.constantFrom(...behaviours);
const weather = fc.record({
  behaviours: fc.array(behaviour, { maxLength: 4 }),
  lookUpFails: fc.boolean(),
});
const dying = fc.record({
  behaviours: fc.array(behaviour, { maxLength: 3 }),
  diesAfter: fc.integer({ min: 1, max: 12 }),
});
const turnOf = (scheduler: fc.Scheduler) => (): Promise<void> => scheduler.schedule(Promise.resolve());

/** Runs of one form begin together; each that fails or dies is replayed at Zapier's times, all at once. */
async function play(
  world: ModelWorld,
  scheduler: fc.Scheduler,
  reference: string | undefined,
  first: readonly Weather[],
  later: readonly (readonly Behaviour[])[],
  until: 'the last replay' | 'first success' = 'the last replay',
): Promise<(End | 'died')[]> {
  const turn = turnOf(scheduler);
  // Runs that do not overlap are two writes: none sends before each of them has begun.
  const begun = barrier(first.length);
  let ends = await scheduler.waitFor(
    Promise.all(first.map((own) => world.run(reference, own, turn, begun).finally(begun))),
  );
  for (const [index, pauseMs] of replayPausesMs.entries()) {
    if (until === 'first success' && ends.every((end) => end !== 'died' && 'record' in end)) break;
    world.nowMs += pauseMs;
    const again = async (end: End | 'died'): Promise<End | 'died'> =>
      end !== 'died' && 'record' in end
        ? end
        : world.run(reference, { behaviours: later[index] ?? [] }, turn);
    ends = await scheduler.waitFor(Promise.all(ends.map(again)));
  }
  world.api.settle();
  return ends;
}

// Lets nobody pass before this many have come.
function barrier(count: number): () => Promise<void> {
  let missing = count;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    missing -= 1;
    if (missing <= 0) open();
    return opened;
  };
}

function isOneRecord(world: ModelWorld, ends: readonly (End | 'died')[]): void {
  expect(ends).toEqual(ends.map(() => ({ record: 'record 1' })));
  expect(world.api.records).toHaveLength(1);
}

const references = fc.constantFrom(undefined, 'resp-1');
const replays = fc.array(fc.array(behaviour, { maxLength: 2 }), { maxLength: 3 });

describe('whatever the API answers, and in whichever order', () => {
  test('a form whose run fails, and is replayed, is one record, and its step gives it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        references,
        weather,
        replays,
        async (scheduler, reference, own, later) => {
          const world = new ModelWorld();
          isOneRecord(world, await play(world, scheduler, reference, [own], later));
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('a double or triple click is one record, and each step gives it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        references,
        fc.array(weather, { minLength: 2, maxLength: 3 }),
        replays,
        async (scheduler, reference, both, later) => {
          const world = new ModelWorld();
          isOneRecord(world, await play(world, scheduler, reference, both, later));
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('a run that dies in the middle, and is replayed, is one record', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        references,
        dying,
        replays,
        async (scheduler, reference, own, later) => {
          const world = new ModelWorld();
          isOneRecord(world, await play(world, scheduler, reference, [own], later));
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('with a reference, a cache that fails now and then costs no second record', async () => {
    const failing = fc.record({
      behaviours: fc.array(behaviour, { maxLength: 3 }),
      cacheFails: fc.array(fc.boolean(), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.tuple(failing, failing),
        replays,
        async (scheduler, both, later) => {
          const world = new ModelWorld();
          isOneRecord(world, await play(world, scheduler, 'resp-1', both, later));
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('a double click of which a run dies is one record with a reference, and never more than two without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        references,
        fc.tuple(fc.oneof(weather, dying), dying),
        replays,
        async (scheduler, reference, both, later) => {
          const world = new ModelWorld();
          const ends = await play(world, scheduler, reference, both, later);
          if (reference !== undefined) isOneRecord(world, ends);
          // A run that dies beside one that is answered leaves no trace, so that its replay is a form of its own.
          expect(world.api.records.length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('what the API refuses is never saved, and never told as saved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        references,
        fc.tuple(weather, weather),
        replays,
        async (scheduler, reference, both, later) => {
          const world = new ModelWorld();
          world.api.refuses = true;
          const ends = await play(world, scheduler, reference, both, later);

          expect(ends.every((end) => end !== 'died' && 'because' in end)).toBe(true);
          expect(world.api.records).toEqual([]);
        },
      ),
      { numRuns: runsOfEach },
    );
  });

  test('equal forms one after the other are a record each, and each step gives its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        weather,
        weather,
        replays,
        replays,
        async (scheduler, own, next, later, last) => {
          const world = new ModelWorld();
          isOneRecord(world, await play(world, scheduler, undefined, [own], later, 'first success'));
          world.nowMs += 1_000;

          expect(await play(world, scheduler, undefined, [next], last)).toEqual([{ record: 'record 2' }]);
          expect(world.api.records).toHaveLength(2);
        },
      ),
      { numRuns: runsOfEach },
    );
  });
});
