import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/writes/answer.ts';
import type { WriteMemory } from '../../src/writes/write_memory.ts';
import { writeOnce } from '../../src/writes/write_once.ts';
import {
  because,
  failure,
  lost,
  memoryOf,
  record,
  refusal,
  slotWith,
  worldOf,
  write,
  writing,
} from '../support/moment_of_a_write.ts';

/*
 * What a run does beside the first one of the same write: turns that the model meets by chance only.
 */

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

  test('leaves that record to its replay when that is not heard either', async () => {
    const { cache, written } = writing(slotWith(first, done));
    const { world } = worldOf({ cache, answers: [lost, lost], readable: false });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(written).toEqual([expect.objectContaining({ state: 'done', id: 'l1', waiting: 1 })]);
  });

  test('hears the refusal that the other heard', async () => {
    const { world } = worldOf({ cache: slotWith(first, null), answers: [lost, refusal] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('refused'));
  });

  test('leaves the slot to an equal form that has taken it', async () => {
    const { cache, written } = writing(slotWith(first, memoryOf({ key: 'key 2' })));
    const { world } = worldOf({ cache, answers: [lost, lost] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(written).toEqual([]);
  });

  test('takes nothing for a refusal of the other that may be of a gateway', async () => {
    const { world } = worldOf({
      cache: slotWith(first, null),
      answers: [lost, failure(400, { code: 'no' })],
    });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
  });

  test.each<[string, unknown[], Answer[], Partial<WriteMemory>]>([
    [
      'expects two replays when the other does not end either',
      [first],
      [lost],
      { waiting: 2, seenStatus: 0 },
    ],
    ['expects three when two others have not', [{ ...first, waiting: 2 }], [lost], { waiting: 3 }],
    ['expects its own when the other has left nothing', [first, null], [lost, lost], { waiting: 1 }],
    [
      'knows the failure that it got',
      [{ ...first, seenStatus: 503 }],
      [failure(500, { code: 'crashed' })],
      { seenStatus: 500 },
    ],
    ['knows the failure that the other got', [{ ...first, seenStatus: 503 }], [lost], { seenStatus: 503 }],
  ])('leaves a memory that %s', async (_what, shown, answers, expected) => {
    const { cache, written } = writing(slotWith(...shown));
    const { world } = worldOf({ cache, answers });

    await expect(writeOnce(world, write)).rejects.toEqual(because('unknown'));
    expect(written.at(-1)).toMatchObject({ state: 'open', isFirst: false, ...expected });
  });

  test('leaves what it looked up', async () => {
    const { cache, written } = writing(slotWith(first));
    const lookedUp = { client_id: 'c1' };
    const { world } = worldOf({ cache, answers: [lost] });

    const step = writeOnce(world, { ...write, lookUp: () => Promise.resolve(lookedUp) });

    await expect(step).rejects.toEqual(because('unknown'));
    expect(written.at(-1)).toMatchObject({ lookedUp });
  });

  test('leaves that it was saved, when that is all that it heard', async () => {
    const { cache, written } = writing(slotWith(first));
    const { world } = worldOf({ cache, answers: [{ is: 'success' }] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('saved'));
    expect(written.at(-1)).toMatchObject({ state: 'saved' });
  });

  test('tells what the API refuses at once, and expects no replay', async () => {
    const { cache, written } = writing(slotWith(first));
    const { world } = worldOf({ cache, answers: [refusal] });

    await expect(writeOnce(world, write)).rejects.toEqual(because('refused'));
    expect(written).toEqual([]);
    expect(world.nowMs()).toBe(world.beganMs());
  });
});

test('a run beside the first one leaves no mark of itself: the next equal form is another write', async () => {
  const removed: string[] = [];
  const { world } = worldOf({
    cache: { ...slotWith(memoryOf({})), delete: (slot) => Promise.resolve(removed.push(slot) > 0) },
  });
  await writeOnce(world, write);

  expect(removed).toEqual([expect.stringMatching(/ beside$/)]);
});
