import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../sandbox/faults.ts';
import { inProgressSpellings } from '../../sandbox/in_progress.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice } from '../support/office.ts';
import { runAndReplay } from '../support/replays.ts';

/*
 * Two runs of one write, or of two writes for one customer, that are under way at the same time.
 */

const clock = movingClock();
const office = openOffice({ now: clock.now }, { answers: false });
const leads = (): number => office.sandbox.records('leads').length;
const twice = (form: Record<string, unknown>): Promise<{ id: unknown }[]> =>
  Promise.all([1, 2].map(() => runAndReplay(clock, () => office.create('create_lead', form))));

describe('a double click is one lead', () => {
  test('when both runs go well', async () => {
    const before = leads();

    const [first, second] = await twice({ ...leadForm, notes: 'clicked twice' });

    expect(leads()).toBe(before + 1);
    expect(second?.id).toBe(first?.id);
  });

  test.each([
    'status_before',
    'status_after',
    'drop_before',
    'drop_after',
    'html_after',
    'half_body',
  ] as const)('when the second run fails (%s) while the first goes well', async (kind) => {
    const form = { ...leadForm, notes: `clicked twice, ${kind}` };
    const before = leads();
    office.sandbox.setFaults([
      { kind: 'slow_after', delayMs: 300, times: 1 },
      { kind, times: 2, stored: false, method: 'POST' },
    ]);

    const [first, second] = await twice(form);

    expect(leads()).toBe(before + 1);
    expect(second?.id).toBe(first?.id);
  });

  test.each(['status_before', 'status_after', 'drop_after', 'html_after'] as const)(
    'when both runs fail (%s), and their replays come one after the other',
    async (kind) => {
      const form = { ...leadForm, notes: `both fail, ${kind}` };
      const before = leads();
      office.sandbox.setFaults([{ kind, times: 4, stored: false, method: 'POST' }]);
      const create = (): Promise<unknown> => office.create('create_lead', form).catch(() => undefined);
      await Promise.all([create(), create()]);
      clock.move(5 * 60_000);

      const first = await office.create('create_lead', form);
      const second = await office.create('create_lead', form);

      expect(leads()).toBe(before + 1);
      expect(second.id).toBe(first.id);
      expect((await office.create('create_lead', form)).id).not.toBe(first.id);
    },
  );

  test('when both runs fail, and their replays come half an hour apart', async () => {
    const form = { ...leadForm, notes: 'half an hour apart' };
    office.sandbox.setFaults([{ kind: 'drop_after', times: 4, method: 'POST' }]);
    await Promise.all([
      failureOf(office.create('create_lead', form)),
      failureOf(office.create('create_lead', form)),
    ]);
    clock.move(5 * 60_000);
    const { id } = await office.create('create_lead', form);
    clock.move(30 * 60_000);

    expect(await office.create('create_lead', form)).toMatchObject({ id });
  });

  test.each(inProgressSpellings)(
    'when the API says that the first still runs in its own way (%s)',
    async (spelling) => {
      const before = leads();
      office.sandbox.setFaults([{ kind: 'in_progress', spelling, times: 2 }]);

      await twice({ ...leadForm, notes: `in progress, ${spelling}` });

      expect(leads()).toBe(before + 1);
    },
  );
});

describe('replays of a double click that come at the same time', () => {
  test('are one lead, also after a stored failure', async () => {
    const form = { ...leadForm, notes: 'replayed at once' };
    const before = leads();
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1 }]);
    const create = (): Promise<Record<string, unknown> | undefined> =>
      office.create('create_lead', form).catch(() => undefined);
    await Promise.all([create(), create()]);
    clock.move(5 * 60_000);

    const results = await Promise.all([create(), create(), create()]);

    expect(leads()).toBe(before + 1);
    expect(new Set(results.map((lead) => lead?.id)).size).toBe(1);
  });
});

describe('two jobs of one new customer at once', () => {
  test.each([20, 150, 500])(
    '%d ms apart, among 1,300 clients, are two jobs of one client',
    async (apartMs) => {
      if (office.sandbox.records('clients').length < 1_300) office.sandbox.seed('clients', 1_300);
      const email = `new.${apartMs}@example.com`;
      const create = (service_type: string): Promise<Record<string, unknown>> =>
        office.create('create_job', { ...jobForm, service_type, customer_email: email });

      const first = create('House Wash');
      await new Promise((resolve) => setTimeout(resolve, apartMs));
      const jobs = await Promise.all([first, create('Roof Wash')]);

      expect(office.sandbox.records('clients').filter((client) => client.email === email)).toHaveLength(1);
      expect(new Set(jobs.map(({ id }) => id)).size).toBe(2);
    },
  );
});

describe('two equal jobs that begin together are one', () => {
  const jobs = (): number => office.sandbox.records('jobs').length;

  test.each<[string, Fault[]]>([
    [
      'when one takes long to look for its client',
      [{ kind: 'slow_after', delayMs: 400, times: 1, method: 'GET' }],
    ],
    ['when one cannot look for its client', [{ kind: 'drop_before', times: 2, path: '^/clients' }]],
    [
      'when one hears that its client was saved, and does not see it',
      [{ kind: 'no_record', success: 'no_content', times: 1, method: 'POST' }],
    ],
  ])('%s', async (how, faults) => {
    const form = { ...jobForm, customer_email: `${how.replaceAll(/\W/g, '')}@example.com` };
    const before = jobs();
    office.sandbox.setFaults(faults);
    const run = (): Promise<{ id: unknown }> => runAndReplay(clock, () => office.create('create_job', form));

    const [one, other] = await Promise.all([run(), run()]);

    expect(jobs()).toBe(before + 1);
    expect(one.id).toBe(other.id);
  });
});

test('given a run that dies beside one that goes well, its replay gives the record of that one', async () => {
  const form = { ...leadForm, notes: 'dies beside' };
  const before = leads();
  office.sandbox.setFaults([{ kind: 'slow_after', delayMs: 300, times: 2, method: 'POST' }]);
  const first = office.create('create_lead', form);
  // It hangs where its end would be remembered, until Zapier ends it.
  const dying = office.platform.run(
    'creates.create_lead.operation.perform',
    { inputData: form },
    {
      equip: (z) => ({ ...z, cache: { ...z.cache, delete: () => new Promise(() => undefined) } }),
      killed: first.then(() => Promise.reject(new Error('Zapier ended the step.'))),
    },
  );
  await expect(dying).rejects.toThrow('Zapier ended the step.');
  const { id } = await first;
  clock.move(5 * 60_000);

  expect(await office.create('create_lead', form)).toMatchObject({ id });
  expect(leads()).toBe(before + 1);
});
