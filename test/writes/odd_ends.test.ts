import { describe, expect, test } from '@jest/globals';
import { writeContext } from '../../src/api/error_context.ts';
import type { Cache } from '../../src/lib/cache.ts';
import { lead } from '../../src/records/lead.ts';
import { sendOnce } from '../../src/writes/send_once.ts';
import { memoryIn, type WriteMemory } from '../../src/writes/write_memory.ts';
import { writeOnce } from '../../src/writes/write_once.ts';
import { because, lost, memoryOf, record, slotWith, worldOf, write } from '../support/moment_of_a_write.ts';

/*
 * Ends of a write that come of several things at once: what is remembered, what cannot be read, the time.
 */

const hourSeconds = 3_600;
const unseen = { is: 'success' } as const;

/** Takes what is remembered of the write, and for how many seconds. */
function kept(): { set: Cache['set']; memories: (WriteMemory | undefined)[]; seconds: number[] } {
  const memories: (WriteMemory | undefined)[] = [];
  const seconds: number[] = [];
  const set: Cache['set'] = (slot, value, forSeconds) => {
    if (!slot.endsWith(' beside')) {
      memories.push(memoryIn(value));
      seconds.push(forSeconds);
    }
    return Promise.resolve(true);
  };
  return { set, memories, seconds };
}

describe('a write that is known to be done', () => {
  const done = memoryOf({ state: 'done', isKept: true });

  test('but not as which record is asked for under its key', async () => {
    const { world, sent } = worldOf({ cache: slotWith(done) });

    expect(await writeOnce(world, write)).toBe(record);
    expect(sent).toEqual(['key 1']);
  });

  test('and is shown nowhere is told to be saved, and stays done', async () => {
    const { set, memories } = kept();
    const cache = { ...slotWith({ ...done, id: 'l1' }), set };
    const { world } = worldOf({ cache, readable: false, answers: [unseen] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('saved'));
    expect(memories).toEqual([]);
  });

  test('stays done when what belongs into it cannot be looked up again', async () => {
    const { set, memories } = kept();
    const { world, sent } = worldOf({ cache: { ...slotWith(done), set } });
    const lookUp = (): Promise<never> => Promise.reject(new Error('No such client.'));

    await expect(writeOnce(world, { ...write, lookUp })).rejects.toThrow('No such client.');
    expect(memories).toEqual([]);
    expect(sent).toEqual([]);
  });
});

describe('a write that was saved and is not shown', () => {
  test.each([
    ['without a reference until its last replay', undefined, 11],
    ['with a reference as long as the API knows its key', 'resp-1', 71],
  ])('is remembered %s', async (_how, uniqueReference, hours) => {
    const { set, memories, seconds } = kept();
    const { world } = worldOf({ cache: { set }, answers: [unseen] });

    await expect(writeOnce(world, { ...write, uniqueReference })).rejects.toEqual(because('saved'));
    expect(memories.at(-1)).toMatchObject({ state: 'saved' });
    expect(seconds.at(-1)).toBe(hours * hourSeconds);
  });

  test('is remembered as saved by a run beside the first one, too', async () => {
    const { set, memories } = kept();
    const { world } = worldOf({ cache: { ...slotWith(memoryOf({})), set }, answers: [unseen] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('saved'));
    expect(memories.at(-1)).toMatchObject({ state: 'saved', waiting: 2 });
  });
});

describe('a step tells of a write', () => {
  const told = (given: Parameters<typeof worldOf>[0]): Promise<unknown> =>
    sendOnce(writeContext(lead, lead.schema, {}), worldOf(given).world, write);

  test('that was refused, when no time is left to send it again, that nobody knows', async () => {
    const refused = memoryOf({ state: 'refused', isKept: true });

    await expect(told({ cache: slotWith(refused), budgetMs: 0 })).rejects.toThrow(
      'The lead may or may not have been saved.',
    );
  });

  test('whose answer is lost, that nobody knows', async () => {
    await expect(told({ answers: [lost] })).rejects.toThrow('The lead may or may not have been saved.');
  });

  test('that another run is doing, by letting Zapier come back', async () => {
    const open = memoryOf({ isFirst: false, busyUntilMs: 0 });
    const add: Cache['add'] = () => Promise.resolve(false);

    await expect(told({ cache: { ...slotWith(open), add } })).rejects.toMatchObject({
      name: 'ThrottledError',
    });
  });
});
