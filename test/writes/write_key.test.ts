import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm, leadForm } from '../../proof/office/forms.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const leads = (): number => office.sandbox.records('leads').length;
const keys = (): unknown[] =>
  office.sandbox.journal().requests.map(({ headers }) => headers['idempotency-key']);
const slow = { kind: 'slow_after', delayMs: 700 } as const;

beforeEach(() => {
  // With no gateway in front of the sandbox, a write has ended when its answer arrives: the app need not wait for it.
  process.env.CEPRO_SETTLING_MS = '0';
});

describe('with a Unique Reference', () => {
  test('the same submission twice gives the first lead back', async () => {
    const form = { ...leadForm, unique_reference: 'resp-1' };
    const before = leads();

    const first = await office.create('create_lead', form);

    expect(await office.create('create_lead', form)).toEqual(first);
    expect(leads()).toBe(before + 1);
  });

  test('an equal submission with another reference is another lead', async () => {
    const first = await office.create('create_lead', { ...leadForm, unique_reference: 'resp-2' });
    const second = await office.create('create_lead', { ...leadForm, unique_reference: 'resp-3' });

    expect(second.id).not.toBe(first.id);
  });

  test('the same reference in another action is another write', async () => {
    await office.create('create_lead', { ...leadForm, unique_reference: 'resp-4' });

    await office.create('create_client', { name: 'Taylor Morgan', unique_reference: 'resp-4' });

    expect(new Set(keys()).size).toBe(2);
  });

  test('a reference that wrote something else before writes nothing, however often it is replayed', async () => {
    await office.create('create_lead', { ...leadForm, unique_reference: 'resp-8' });
    const before = leads();
    const other = { ...leadForm, city: 'Raleigh', unique_reference: 'resp-8' };

    for (let run = 1; run <= 3; run += 1) {
      expect((await failureOf(office.create('create_lead', other))).name).toBe('HaltedError');
    }
    expect(leads()).toBe(before);
  });

  test('a form that the API refused can be corrected and sent again', async () => {
    const unique_reference = 'resp-5';
    const wrong = { ...clientForm, status: 'unheard_of', unique_reference };
    await failureOf(office.create('create_client', wrong));

    expect(await office.create('create_client', { ...clientForm, unique_reference })).toHaveProperty('id');
  });

  test('works without the cache: the reference alone makes the key', async () => {
    const form = { ...leadForm, unique_reference: 'resp-6' };
    const first = await office.create('create_lead', form);
    for (const slot of Object.keys(office.platform.cache))
      Reflect.deleteProperty(office.platform.cache, slot);

    expect(await office.create('create_lead', form)).toEqual(first);
  });

  test.each([
    [500, 1],
    [502, 1],
  ])(
    'a stored %d, once nothing is under way any more, does not stand in the way for ever',
    async (status, failing) => {
      office.sandbox.setFaults([{ kind: 'status_before', status, times: 1 }]);
      const form = { ...leadForm, notes: `Stored ${status}`, unique_reference: `stored ${status}` };

      for (let run = 1; run <= failing; run += 1) await failureOf(office.create('create_lead', form));

      expect(await office.create('create_lead', form)).toHaveProperty('id');
    },
  );
});

describe('without a Unique Reference', () => {
  test('two equal forms one after the other are two leads', async () => {
    const before = leads();

    await office.create('create_lead', leadForm);
    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 2);
    expect(new Set(keys()).size).toBe(2);
  });

  test('a replay after a time-out gets the lead that was saved', async () => {
    const before = leads();
    office.sandbox.setFaults([{ ...slow, times: 2 }]);
    const error = await impatiently(() => failureOf(office.create('create_lead', leadForm)));
    expect(error.message).toContain('could not be reached');

    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 1);
    expect(new Set(keys()).size).toBe(1);
  });

  test('after the replay the same form is a new lead again', async () => {
    const before = leads();
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(office.create('create_lead', leadForm));
    await office.create('create_lead', leadForm);
    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 2);
  });

  test('a double click is one lead', async () => {
    const before = leads();

    const [first, second] = await Promise.all([
      office.create('create_lead', { ...leadForm, notes: 'clicked twice' }),
      office.create('create_lead', { ...leadForm, notes: 'clicked twice' }).catch(() => undefined),
    ]);

    expect(leads()).toBe(before + 1);
    expect(second?.id ?? first.id).toBe(first.id);
  });

  test('given an error before the API processed the write, the key is kept: an earlier try may be saved', async () => {
    const before = leads();
    office.sandbox.setFaults([
      { kind: 'drop_after', times: 1 },
      { kind: 'throttle', retryAfter: '1', times: 1 },
    ]);
    await failureOf(office.create('create_lead', leadForm));

    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 1);
  });

  test.each([500, 502])(
    'given a stored %d, the key is dropped once the same answer came twice, and a later replay succeeds',
    async (status) => {
      const before = leads();
      office.sandbox.setFaults([{ kind: 'status_before', status, times: 1 }]);
      let replays = 0;
      for (let saved = false; !saved && replays < 5; replays += 1) {
        saved = await office.create('create_lead', { ...leadForm, notes: `Stored ${status}, twice` }).then(
          () => true,
          () => false,
        );
      }

      expect(replays).toBeLessThanOrEqual(3);
      expect(leads()).toBe(before + 1);
    },
  );

  test('a 504 keeps its key, however often it comes: the API may still be working on it', async () => {
    office.sandbox.setFaults([{ kind: 'status_before', status: 504 }]);

    for (let run = 1; run <= 3; run += 1) {
      await failureOf(office.create('create_lead', { ...leadForm, notes: 'Slow' }));
    }

    expect(new Set(keys()).size).toBe(1);
  });

  test('a 502 that comes twice keeps its key: a gateway says nothing about what the API stored', async () => {
    process.env.CEPRO_SETTLING_MS = '60000';
    office.sandbox.setFaults([{ kind: 'status_before', status: 502 }]);

    for (let run = 1; run <= 2; run += 1) {
      await failureOf(office.create('create_lead', { ...leadForm, notes: 'Behind a gateway' }));
    }

    expect(new Set(keys()).size).toBe(1);
  });

  test('a write keeps its key even if the other write of a double click has deleted it from the cache', async () => {
    process.env.CEPRO_RETRY_PAUSE_MS = '200';
    office.sandbox.setFaults([{ kind: 'drop_before', times: 2 }]);
    const form = { ...leadForm, notes: 'Half of a double click' };
    const { cache } = office.platform;

    const failed = failureOf(office.create('create_lead', form));
    while (office.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const slot of Object.keys(cache)) Reflect.deleteProperty(cache, slot);
    await failed.finally(() => (process.env.CEPRO_RETRY_PAUSE_MS = '10'));
    await office.create('create_lead', form);

    expect(new Set(keys()).size).toBe(1);
  });

  test('given a 500 twice although the lead was saved, the key is kept, and a replay finds the lead', async () => {
    const before = leads();
    office.sandbox.setFaults([{ kind: 'status_after', status: 500, times: 2 }]);
    await failureOf(office.create('create_lead', { ...leadForm, notes: 'Came through' }));

    await office.create('create_lead', { ...leadForm, notes: 'Came through' });

    expect(leads()).toBe(before + 1);
  });

  test('given a stored failure and a list of leads that cannot be read, the key is kept', async () => {
    office.sandbox.setFaults([
      { kind: 'status_before', status: 500, times: 1, method: 'POST' },
      { kind: 'html', status: 500, method: 'GET' },
    ]);

    await failureOf(office.create('create_lead', { ...leadForm, notes: 'Unseen' }));
    await failureOf(office.create('create_lead', { ...leadForm, notes: 'Unseen' }));

    const writes = office.sandbox.journal().requests.filter(({ method }) => method === 'POST');
    expect(new Set(writes.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('given a stored failure and more newer leads than a page shows, the key is kept', async () => {
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1 }]);
    office.sandbox.seed('leads', 150);

    await failureOf(office.create('create_lead', { ...leadForm, notes: 'Crowded' }));
    await failureOf(office.create('create_lead', { ...leadForm, notes: 'Crowded' }));

    expect(new Set(keys().filter((key) => key !== undefined)).size).toBe(1);
  });

  test('in the test of the editor every click is a new lead', async () => {
    const form = { ...leadForm, unique_reference: 'editor' };
    const editor = { meta: { isLoadingSample: true } };

    const first = await office.create('create_lead', form, editor);
    const second = await office.create('create_lead', form, editor);

    expect(second.id).not.toBe(first.id);
  });
});
