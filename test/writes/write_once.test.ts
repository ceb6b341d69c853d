import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../sandbox/faults.ts';
import { failureOf } from '../support/failure.ts';
import { clientForm, jobForm, leadForm } from '../../proof/office/forms.ts';
import { impatiently } from '../support/impatiently.ts';
import { movingClock, replayPausesMs } from '../support/moving_clock.ts';
import { openOffice } from '../support/office.ts';
import { runAndReplay } from '../support/replays.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
const minuteMs = 60_000;

const leads = (): number => office.sandbox.records('leads').length;
const keys = (): unknown[] =>
  office.sandbox
    .journal()
    .requests.filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);

const replayed = (form: Record<string, unknown>, key = 'create_lead') =>
  runAndReplay(clock, () => office.create(key, form));

describe('with a Unique Reference', () => {
  test('the same submission twice gives the first lead back, a day later too', async () => {
    const form = { ...leadForm, unique_reference: 'resp-1' };
    const before = leads();

    const first = await office.create('create_lead', form);
    clock.move(24 * 60 * minuteMs);

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

    for (const pauseMs of [0, ...replayPausesMs]) {
      clock.move(pauseMs);
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
    office.platform.forget();

    expect(await office.create('create_lead', form)).toEqual(first);
  });

  test('given a saved job and two failures a minute later that store nothing, a replay gives the first job', async () => {
    const form = { ...jobForm, customer_email: 'once@example.com', unique_reference: 'resp-9' };
    const { id } = await office.create('create_job', form);
    clock.move(minuteMs);
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, stored: false, times: 2 }]);

    expect((await replayed(form, 'create_job')).id).toBe(id);
    expect(office.sandbox.records('jobs').filter((job) => job.id === id)).toHaveLength(1);
  });

  test('a reference that wrote something else, which the cache has forgotten, writes nothing', async () => {
    await office.create('create_lead', { ...leadForm, unique_reference: 'resp-11' });
    office.platform.forget();
    const before = leads();
    const other = { ...leadForm, customer_name: 'Ann Lee', unique_reference: 'resp-11' };

    await expect(replayed(other)).rejects.toThrow('This Unique Reference was used before with other details');
    expect(leads()).toBe(before);
  });

  test('given a lost answer, a forgetful cache and two failures, the lead is saved once', async () => {
    const form = { ...leadForm, notes: 'Forgotten', unique_reference: 'resp-10' };
    const before = leads();
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(office.create('create_lead', form));
    office.platform.forget();
    clock.move(5 * minuteMs);
    office.sandbox.setFaults([
      { kind: 'status_before', status: 500, stored: false, times: 2, method: 'POST' },
    ]);
    await failureOf(office.create('create_lead', form));
    clock.move(30 * minuteMs);

    await office.create('create_lead', form);

    expect(leads()).toBe(before + 1);
  });
});

describe('without a Unique Reference', () => {
  test('two equal forms one after the other are two leads', async () => {
    const before = leads();

    await office.create('create_lead', leadForm);
    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 2);
    expect(new Set(keys()).size).toBe(2);
  });

  test('an equal form whose first try is not saved does not take the record of the one before', async () => {
    const form = { ...leadForm, notes: 'Equal within a second' };
    const { id: first } = await office.create('create_lead', form);
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1, method: 'POST' }]);

    const { id: second } = await replayed(form);

    expect(second).not.toBe(first);
  });

  test('after the replay the same form is a new lead again', async () => {
    const before = leads();
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await replayed(leadForm);
    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 2);
  });

  test('a form that the API refused is sent anew when it is replayed', async () => {
    const form = { ...leadForm, notes: 'Refused once' };
    office.sandbox.setFaults([{ kind: 'status_before', status: 422, times: 1 }]);
    await failureOf(office.create('create_lead', form));

    expect(await office.create('create_lead', form)).toMatchObject({ notes: 'Refused once' });
    expect(new Set(keys()).size).toBe(2);
  });

  test('a replay after a time-out gets the lead that was saved', async () => {
    const before = leads();
    office.sandbox.setFaults([{ kind: 'slow_after', delayMs: 700, times: 2 }]);
    const error = await impatiently(() => failureOf(office.create('create_lead', leadForm)));
    expect(error.message).toContain('could not be reached');
    clock.move(5 * minuteMs);

    await office.create('create_lead', leadForm);

    expect(leads()).toBe(before + 1);
    expect(new Set(keys()).size).toBe(1);
  });

  test('in the test of the editor every click is a new lead', async () => {
    const form = { ...leadForm, unique_reference: 'editor' };
    const editor = { meta: { isLoadingSample: true } };

    const first = await office.create('create_lead', form, editor);
    const second = await office.create('create_lead', form, editor);

    expect(second.id).not.toBe(first.id);
  });
});

describe('nothing is concluded', () => {
  const stored: Fault = { kind: 'status_before', status: 500, times: 1 };

  test('in the step that saw the failure first, nor within a minute: the key stays', async () => {
    const form = { ...leadForm, notes: 'Not yet' };
    office.sandbox.setFaults([stored]);

    await failureOf(office.create('create_lead', form));
    clock.move(59_000);
    await failureOf(office.create('create_lead', form));

    expect(new Set(keys()).size).toBe(1);
  });

  test('while the leads cannot be read', async () => {
    const form = { ...leadForm, notes: 'Unseen' };
    office.sandbox.setFaults([stored, { kind: 'html', status: 500, method: 'GET' }]);
    await failureOf(office.create('create_lead', form));
    clock.move(5 * minuteMs);
    const { message } = await failureOf(office.create('create_lead', form));

    expect(new Set(keys()).size).toBe(1);
    expect(message).toContain('enter it by hand when it is missing');
  });

  test('while several leads can be it', async () => {
    const form = { ...leadForm, notes: 'Which one' };
    office.sandbox.setFaults([{ kind: 'status_after', stored: true, times: 1 }]);
    await failureOf(office.create('create_lead', form));
    await office.create('create_lead', { ...form, unique_reference: 'another' });
    clock.move(5 * minuteMs);

    await failureOf(office.create('create_lead', form));

    expect(new Set(keys()).size).toBe(2);
  });
});

test('given a stored failure and 250 newer leads, the replay reads back as far as it must and saves it', async () => {
  const form = { ...leadForm, notes: 'Crowded' };
  const before = leads();
  office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1 }]);
  await failureOf(office.create('create_lead', form));
  office.sandbox.seed('leads', 250);
  clock.move(5 * minuteMs);

  await office.create('create_lead', form);

  expect(leads()).toBe(before + 251);
});

test('given a key that may only write, the step says what to do by hand', async () => {
  const inputData = { ...leadForm, notes: 'Write only' };
  const writer = office.as(office.sandbox.createKey({ scopes: ['leads:write'] }));
  office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1 }]);
  const run = (): Promise<unknown> => writer.run('creates.create_lead.operation.perform', { inputData });
  await failureOf(run());
  clock.move(5 * minuteMs);

  const { message } = await failureOf(run());

  expect(message).toContain('look for it in CleanEstimate Pro and enter it by hand when it is missing');
});

test('given another client with the same email between two tries, it is one job of the first client', async () => {
  const form = { ...jobForm, customer_email: 'twins@example.com' };
  const { id: first } = await office.create('create_client', { ...clientForm, email: 'twins@example.com' });
  const before = office.sandbox.records('jobs').length;
  office.sandbox.setFaults([{ kind: 'drop_after', path: '^/jobs', method: 'POST', times: 2 }]);
  await failureOf(office.create('create_job', form));
  clock.move(5 * minuteMs);
  await office.create('create_client', { ...clientForm, email: 'twins@example.com' });

  const { client_id } = await office.create('create_job', form);

  expect(client_id).toBe(first);
  expect(office.sandbox.records('jobs')).toHaveLength(before + 1);
});
