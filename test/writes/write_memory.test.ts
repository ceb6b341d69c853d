import { describe, expect, test } from '@jest/globals';
import {
  afterEqual,
  begun,
  memoryIn,
  secondsToRemember,
  slotOf,
  underNextKey,
} from '../../src/writes/write_memory.ts';
import { afterEvent, writeStates, type WriteEvent } from '../../src/writes/write_state.ts';

const identity = { action: 'create_lead', written: { name: 'Ann' } };
const referenced = { ...identity, uniqueReference: 'resp-1' };

describe('what Zapier keeps of a write', () => {
  test('comes back as it was', () => {
    const memory = { ...begun(identity, 1, 2), id: 'l1' };

    expect(memoryIn(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  test('holds nothing of a customer', () => {
    expect(JSON.stringify([begun(identity, 1, 2), slotOf('mark', identity)])).not.toContain('Ann');
  });

  test.each([
    null,
    undefined,
    'open',
    [],
    {},
    { state: 'new' },
    { state: 'open' },
    { state: 'open', key: 'k' },
  ])('is none when it is %j', (found) => {
    expect(memoryIn(found)).toBeUndefined();
  });

  test('leaves out what was looked up when it is no text', () => {
    const found = { ...begun(identity, 1, 2), lookedUp: { client_id: 7, other: 'c' } };

    expect(memoryIn(found)?.lookedUp).toEqual({ other: 'c' });
    expect(memoryIn({ ...found, lookedUp: null })?.lookedUp).toEqual({});
  });

  test('says of no other records when that is no list', () => {
    expect(memoryIn({ ...begun(identity, 1, 2), others: 'l1' })?.others).toEqual([]);
  });

  test('names the record of the equal form before, where that is known', () => {
    const fresh = begun(identity, 1, 2);

    expect(afterEqual(fresh, { ...fresh, others: ['l1'], id: 'l2' }).others).toEqual(['l1', 'l2']);
    expect(afterEqual(fresh, { ...fresh, others: ['l1'] }).others).toEqual(['l1']);
  });

  test('lasts 71 hours from the first run, and never less than a minute', () => {
    const memory = begun(identity, 0, 0);

    expect(secondsToRemember(memory, 0)).toBe(71 * 3600);
    expect(secondsToRemember(memory, 70 * 3_600_000)).toBe(3600);
    expect(secondsToRemember(memory, 80 * 3_600_000)).toBe(60);
  });
});

describe('a key', () => {
  test('follows from the reference and the action, and the next one is another', () => {
    const memory = begun(referenced, 1, 2);

    expect(begun(referenced, 5, 6).key).toBe(memory.key);
    expect(begun({ ...referenced, action: 'create_job' }, 1, 2).key).not.toBe(memory.key);
    expect(underNextKey(memory, referenced).key).not.toBe(memory.key);
    expect(underNextKey({ ...memory, seenStatus: 500 }, referenced)).toMatchObject({
      generation: 1,
      seenStatus: 0,
    });
  });

  test('is random without a reference', () => {
    expect(begun(identity, 1, 2).key).not.toBe(begun(identity, 1, 2).key);
  });
});

describe('the table of states', () => {
  const steps = Object.entries(writeStates).flatMap(([from, events]) =>
    Object.entries(events).map(([event, step]) => ({ from, event, ...step })),
  );

  test('gives the record wherever there is one, and nowhere else', () => {
    const giving = steps.filter(({ then }) => then === 'give the record').map(({ event }) => event);

    expect(new Set(giving)).toEqual(new Set(['a record came back', 'one record is found that can be it']));
    expect(steps.filter(({ event }) => giving.includes(event)).map(({ to }) => to)).toEqual(
      giving.map(() => 'done'),
    );
  });

  test('never sends again what is known to be saved, but to read what the API stored', () => {
    const sending = steps.filter(({ from, then }) => from === 'saved' && then.startsWith('send'));

    expect(sending).toEqual([]);
  });

  test('leads from every state to every other end', () => {
    const reached = new Set(steps.map(({ to }) => to));

    expect(reached).toEqual(new Set(['open', 'done', 'saved', 'refused']));
  });

  test('knows no event that cannot happen', () => {
    const event: WriteEvent = 'the API refused it';

    expect(() => afterEvent('new', event)).toThrow(
      '"the API refused it" cannot happen to a write that is new.',
    );
  });
});
