import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import App from '../../index.ts';
import { instantTriggers } from '../../proof/office/happenings.ts';
import { pollInput, workingInput } from '../../proof/office/inputs.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { openOffice } from '../support/office.ts';
import { deliver, differences, waysToFind } from './tour.ts';

const triggers = Object.values(App.triggers);
const dropdowns = triggers.filter(({ display }) => display.hidden === true).map(({ key }) => key);
const polls = triggers.filter(({ key }) => /_in_status$|^new_client$/.test(key)).map(({ key }) => key);

describe.each(differences)('when CleanEstimate Pro %s', (_what, quirks) => {
  const office = openOffice({ quirks });
  let records: Records;
  beforeAll(async () => {
    records = await fillOffice(office);
  });
  // Keeps the output clean: when webhooks cannot be removed, turning a Zap off writes that to the log.
  beforeEach(() => void jest.spyOn(console, 'log').mockReturnValue());

  test('the connection is good', async () => {
    expect(await office.platform.run('authentication.test')).toMatchObject({ mode: 'Live' });
  });

  test.each(Object.keys(App.creates))('%s writes', async (key) => {
    expect(await office.create(key, workingInput(key, records))).toMatchObject({
      id: expect.stringMatching(/^[\w-]{36}$/),
      created_at: expect.any(String),
    });
  });

  test('a job finds its client by email', async () => {
    const { customer_name, service_type, scheduled_date } = workingInput('create_job', records);
    const customer_email = records.client.email;
    const before = office.sandbox.records('clients').length;

    await office.create('create_job', { customer_name, service_type, scheduled_date, customer_email });

    expect(office.sandbox.records('clients')).toHaveLength(before);
  });

  test.each(Object.keys(App.searches))(
    '%s finds by id and email, and says that there is no match',
    async (key) => {
      const { found, notFound } = waysToFind(key.replace('find_', ''), records);
      const results = await Promise.all([...found, notFound].map((input) => office.search(key, input)));

      expect(results).toMatchObject([[{ matched_on: 'id' }], [{ matched_on: 'email' }], []]);
    },
  );

  test('every dropdown lists', async () => {
    for (const [entry] of await Promise.all(dropdowns.map((key) => office.trigger(key)))) {
      expect(entry).toEqual({ id: expect.any(String), label: expect.stringContaining('Taylor Morgan · ') });
    }
  });

  test.each(polls)('%s finds what it asks for and nothing else', async (key) => {
    const items = await office.trigger(key, { inputData: pollInput(key) });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ status }) => status)).size).toBe(1);
    expect(await office.trigger(key, { inputData: { status: 'unheard_of' } })).toEqual([]);
  });

  test('every instant trigger fires once for what happened, with every key', async () => {
    await Promise.all(
      instantTriggers.map(async (key) => {
        const { items, delivery } = await deliver(office, key, records);

        expect(items).toMatchObject([{ id: expect.any(String), status: expect.any(String) }]);
        const sample = App.triggers[key]?.operation.sample ?? {};
        expect(Object.keys(items[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(sample)));
        expect(await office.trigger(key, { ...delivery })).toEqual([]);
      }),
    );
  });
});
