import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/api/api_error.ts';
import type { Cache } from '../../src/lib/cache.ts';
import type { Answer } from '../../src/writes/answer.ts';
import { begun, memoryIn, type WriteMemory } from '../../src/writes/write_memory.ts';
import { writeOnce } from '../../src/writes/write_once.ts';
import type { WriteWorld } from '../../src/writes/write_world.ts';

/*
 * What a run finds in the cache while others come and go: turns that the model meets by chance only.
 */

const identity = { action: 'create_lead', written: { name: 'Ann' } };
const write = { ...identity, mark: 'connection' };
const record = { id: 'l1' };
const lost: Answer = { is: 'failure', error: new ApiError({ status: 0, content: '' }) };
const refusal: Answer = {
  is: 'failure',
  error: new ApiError({
    status: 422,
    content: JSON.stringify({ error: { code: 'no', details: [{ path: 'city', message: 'is unknown' }] } }),
  }),
};
const minuteMs = 60_000;

/** A memory of the same write. */
function memoryOf(more: Partial<WriteMemory>): WriteMemory {
  return { ...begun(identity, 0, 30_000), key: 'key 1', ...more };
}

interface Given {
  cache?: Partial<Cache>;
  answers?: Answer[];
  readable?: boolean;
  atMs?: number;
}

/** A world at a moment, which does what it is told; its time goes on by its pauses. */
function worldOf({ cache = {}, answers = [], readable = true, atMs = 10_000 }: Given): {
  world: WriteWorld;
  sent: string[];
} {
  let nowMs = atMs;
  const sent: string[] = [];
  const left = [...answers];
  const world: WriteWorld = {
    cache: {
      get: () => Promise.resolve(null),
      set: () => Promise.resolve(true),
      add: () => Promise.resolve(true),
      proveAdd: () => Promise.resolve(),
      delete: () => Promise.resolve(true),
      ...cache,
    },
    nowMs: () => nowMs,
    beganMs: () => atMs,
    busyUntilMs: () => atMs + 27_500,
    hasTime: () => nowMs < atMs + 20_000,
    pause: (pauseMs) => {
      nowMs += pauseMs;
      return Promise.resolve();
    },
    settlingMs: minuteMs,
    send: (key) => {
      sent.push(key);
      return Promise.resolve(left.shift() ?? { is: 'record', record });
    },
    look: () => Promise.resolve({ event: 'the records cannot be seen' }),
    read: () => Promise.resolve(readable ? record : undefined),
  };
  return { world, sent };
}

/** A slot that is set, and shows these one after the other, the last one ever after. */
function slotWith(...shown: unknown[]): Partial<Cache> {
  const left = [...shown];
  return {
    add: (slot) => Promise.resolve(/ (?:claimed|after .*)$/.test(slot)),
    get: (slot) => {
      if (slot.endsWith(' beside')) return Promise.resolve(null);
      return Promise.resolve(left.length > 1 ? left.shift() : left[0]);
    },
  };
}

const because = (reason: string): unknown => expect.objectContaining({ because: reason });

describe('a run that finds the place of its write', () => {
  test('taken and free again, five times over, writes all the same', async () => {
    const { world, sent } = worldOf({ cache: slotWith(null) });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toHaveLength(1);
  });

  test('free when it has claimed it begins anew', async () => {
    const free = slotWith(memoryOf({ isFirst: false, busyUntilMs: 0 }), null);
    let adds = 0;
    const add: Cache['add'] = (slot) => Promise.resolve(slot.endsWith(' claimed') || (adds += 1) > 1);
    const { world, sent } = worldOf({ cache: { ...free, add } });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).not.toContain('key 1');
  });

  test('done when it has claimed it gives the record', async () => {
    const open = memoryOf({ isFirst: false, busyUntilMs: 0 });
    const { world, sent } = worldOf({ cache: slotWith(open, { ...open, state: 'done', id: 'l1' }) });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual([]);
  });

  test('taken by an equal form at the same moment finds that one under way', async () => {
    const done = memoryOf({ state: 'done', id: 'l0', doneMs: 5_000 });
    const under = slotWith(done, memoryOf({ key: 'key 2' }));
    const add: Cache['add'] = () => Promise.resolve(false);
    const { world, sent } = worldOf({ cache: { ...under, add } });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual(['key 2']);
  });

  test('and cannot tell whether it claimed it, it concludes nothing from a failure', async () => {
    const open = memoryOf({ isFirst: false, busyUntilMs: 0, seenStatus: 500 });
    const add: Cache['add'] = (slot) => Promise.resolve(slot.endsWith(' claimed') ? undefined : false);
    const content = JSON.stringify({ error: { code: 'crashed' } });
    const failure: Answer = { is: 'failure', error: new ApiError({ status: 500, content }) };
    const { world, sent } = worldOf({
      cache: { ...slotWith(open), add },
      answers: [failure],
      atMs: 10 * minuteMs,
    });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(sent).toEqual(['key 1']);
  });
});

describe('a run beside the first one, which has no record itself,', () => {
  const first = memoryOf({});
  const done = { ...first, state: 'done', id: 'l1' };

  test('gives the record of the other, though the cache does not answer at once', async () => {
    const { world, sent } = worldOf({ cache: slotWith(first, undefined, done), answers: [lost] });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toHaveLength(1);
  });

  test('asks once more when that record cannot be read', async () => {
    const { world, sent } = worldOf({ cache: slotWith(first, done), answers: [lost], readable: false });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual(['key 1', 'key 1']);
  });

  test('hears the refusal that the other heard', async () => {
    const { world } = worldOf({ cache: slotWith(first, null), answers: [lost, refusal] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('refused'));
  });

  test('leaves the slot to an equal form that has taken it', async () => {
    const written: unknown[] = [];
    const cache = slotWith(first, memoryOf({ key: 'key 2' }));
    const set: Cache['set'] = (slot, value) => Promise.resolve(written.push([slot, value]) > 0);
    const { world } = worldOf({ cache: { ...cache, set }, answers: [lost, lost] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(JSON.stringify(written)).not.toContain('"open"');
  });

  test('expects two replays when the other does not end either', async () => {
    const written: unknown[] = [];
    const set: Cache['set'] = (slot, value) => {
      if (!slot.endsWith(' beside')) written.push(memoryIn(value));
      return Promise.resolve(true);
    };
    const { world } = worldOf({ cache: { ...slotWith(first), set }, answers: [lost] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(written.at(-1)).toMatchObject({ state: 'open', waiting: 2, isFirst: false });
  });
});

describe('a run that waits for another one that took the place', () => {
  const open = memoryOf({ isFirst: false, busyUntilMs: 0, sinceMs: 7 });
  const claims = (...shown: unknown[]): Partial<Cache> => {
    const left = [{ sinceMs: 7 }, ...shown];
    return {
      add: () => Promise.resolve(false),
      get: (slot) =>
        Promise.resolve(slot.endsWith(' claimed') ? (left.length > 1 ? left.shift() : left[0]) : open),
    };
  };

  test('gives its record, though the cache does not answer at once', async () => {
    const { world, sent } = worldOf({ cache: claims(undefined, { sinceMs: 7, id: 'l1' }) });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual([]);
  });

  test.each([
    ['its record cannot be read', { sinceMs: 7, id: 'l1' }, false],
    ['it has ended without one', null, true],
    ['it goes on', { sinceMs: 7 }, true],
    ['another write of the form came between', { sinceMs: 8, id: 'l2' }, true],
  ])('says so and writes nothing when %s', async (_when, shown, readable) => {
    const { world, sent } = worldOf({ cache: claims(shown), readable });

    await expect(writeOnce(world, write)).rejects.toEqual(because('busy'));
    expect(sent).toEqual([]);
  });
});
