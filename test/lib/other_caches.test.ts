import { describe, expect, test } from '@jest/globals';
import { leadForm } from '../../proof/office/forms.ts';
import { cacheOf, type Cache } from '../../src/lib/cache.ts';
import type { Run } from '../../src/lib/step_clock.ts';
import { openOffice } from '../support/office.ts';

/*
 * What the cache answers to a conditional set is typed as true, false or null, and nowhere described.
 */

interface Answers {
  set: unknown;
  notSet: unknown;
}
const caches: [string, Answers][] = [
  ['"OK" and null', { set: 'OK', notSet: null }],
  ['null, whatever it did', { set: null, notSet: null }],
  ['nothing, whatever it did', { set: undefined, notSet: undefined }],
];

const typed: Run = {
  cache: {
    get: () => Promise.resolve(null),
    set: () => Promise.resolve(null),
    delete: () => Promise.resolve(false),
  },
  console,
};
/** The app's own cache on top of one that answers unlike its types. */
const over = (cache: object): Cache => cacheOf(Object.assign({}, typed, { cache }), 'nothing');

function cacheThatAnswers({ set, notSet }: Answers) {
  const entries = new Map<string, unknown>();
  return {
    get: (slot: string) => Promise.resolve(entries.get(slot) ?? null),
    set: (slot: string, value: unknown, _ttl?: number, _scope?: unknown, nx?: boolean) => {
      const isSet = nx !== true || !entries.has(slot);
      if (isSet) entries.set(slot, value);
      return Promise.resolve(isSet ? set : notSet);
    },
    delete: (slot: string) => Promise.resolve(entries.delete(slot)),
  };
}

describe.each(caches)('given a cache that answers %s', (_what, answers) => {
  const office = openOffice();

  test('of two that set a slot one has it', async () => {
    const cache = over(cacheThatAnswers(answers));

    expect(await cache.add('slot', { by: 'one' }, 60)).toBe(true);
    expect(await cache.add('slot', { by: 'another' }, 60)).toBe(false);
  });

  test('a double click is one lead, and a replay finds what an earlier run saved', async () => {
    const cache = cacheThatAnswers(answers);
    const before = office.sandbox.records('leads').length;
    const run = (form: Record<string, unknown>): Promise<unknown> =>
      office.platform.run(
        'creates.create_lead.operation.perform',
        { inputData: form },
        { equip: (z) => Object.assign({}, z, { cache }) },
      );

    await Promise.all([run(leadForm), run(leadForm)]);
    expect(office.sandbox.records('leads')).toHaveLength(before + 1);

    const lost = { ...leadForm, customer_name: 'Rosa Lost' };
    office.sandbox.setFaults([{ kind: 'drop_after', method: 'POST', times: 2 }]);
    await expect(run(lost)).rejects.toThrow('may or may not have been saved');
    await run(lost);

    expect(office.sandbox.records('leads')).toHaveLength(before + 2);
  });
});

test('a cache that keeps nothing on condition keeps it all the same', async () => {
  const own = cacheThatAnswers({ set: null, notSet: null });
  const deaf = {
    ...own,
    set: (slot: string, value: unknown, ttl?: number, scope?: unknown, nx?: boolean) =>
      nx === true ? Promise.resolve(null) : own.set(slot, value, ttl, scope, nx),
  };
  const cache = over(deaf);

  expect(await cache.add('slot', { by: 'one' }, 60)).toBe(true);
  expect(await cache.add('slot', { by: 'another' }, 60)).toBe(false);
});

test('a cache that keeps nothing at all leaves it open', async () => {
  expect(await over(typed.cache).add('slot', {}, 60)).toBeUndefined();
});
