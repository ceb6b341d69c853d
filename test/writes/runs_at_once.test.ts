import { describe, expect, test } from '@jest/globals';
import type { Cache } from '../../src/lib/cache.ts';
import { slotOf } from '../../src/writes/write_memory.ts';
import { writeOnce } from '../../src/writes/write_once.ts';
import {
  because,
  failure,
  memoryOf,
  record,
  slotWith,
  worldOf,
  write,
} from '../support/moment_of_a_write.ts';

/*
 * What a run finds in the cache while others come and go: turns that the model meets by chance only.
 */

const minuteMs = 60_000;

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

  test('with a claim of an earlier write of the form does not wait for that', async () => {
    const open = memoryOf({ isFirst: false, busyUntilMs: 0, sinceMs: 7 });
    const get: Cache['get'] = (slot) => Promise.resolve(slot.endsWith(' claimed') ? { sinceMs: 6 } : open);
    const { world, sent } = worldOf({ cache: { add: () => Promise.resolve(false), get } });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual(['key 1']);
  });

  test('and cannot tell whether it claimed it, it concludes nothing from a failure', async () => {
    const open = memoryOf({ isFirst: false, busyUntilMs: 0, seenStatus: 500 });
    const add: Cache['add'] = (slot) => Promise.resolve(slot.endsWith(' claimed') ? undefined : false);
    const { world, sent } = worldOf({
      cache: { ...slotWith(open), add },
      answers: [failure(500, { code: 'crashed' })],
      sight: { event: 'no record can be it' },
      atMs: 10 * minuteMs,
    });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(sent).toEqual(['key 1']);
  });
});

describe('a run that finds an equal form done', () => {
  const done = memoryOf({ state: 'done', id: 'l1', doneMs: 9_999 });
  const marked = (key: string): Partial<Cache> => ({
    ...slotWith(done),
    get: (slot) => Promise.resolve(slot.endsWith(' beside') ? { key } : done),
  });

  test.each([
    ['before it began, is another write', slotWith(done), false],
    ['beside which a run of another write has died, is another write', marked('key 0'), false],
    ['beside which it has died itself, gives the record', marked('key 1'), true],
    ['since it began, gives the record', slotWith({ ...done, doneMs: 10_001 }), true],
    ['of which a replay is to come, gives the record', slotWith({ ...done, waiting: 1 }), true],
  ])('%s', async (_which, cache, isGiven) => {
    const { world, sent } = worldOf({ cache });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toHaveLength(isGiven ? 0 : 1);
    expect(sent).not.toContain('key 1');
  });

  test('begins anew in a place of its own, which no other form takes', async () => {
    const added: string[] = [];
    const cache = slotWith(done);
    const add: Cache['add'] = (slot, ...more) => {
      added.push(slot);
      return cache.add?.(slot, ...more) ?? Promise.resolve(undefined);
    };
    await writeOnce(worldOf({ cache: { ...cache, add } }).world, write);

    expect(added.at(-1)).toBe(`${slotOf(write.mark, write)} after key 1`);
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

  test('gives its record, when the other has it a moment later', async () => {
    const { world, sent } = worldOf({ cache: claims({ sinceMs: 7 }, { sinceMs: 7, id: 'l1' }) });

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
