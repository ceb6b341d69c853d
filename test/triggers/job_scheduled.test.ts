import { beforeEach, expect, test } from '@jest/globals';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
const run = (inputData: Item = {}, more: Item = {}): Promise<Item[]> =>
  office.trigger('job_scheduled', { inputData, meta: { timezone: 'America/New_York', ...more } });
const ids = async (inputData?: Item): Promise<unknown[]> => (await run(inputData)).map(({ id }) => id);
const seedOn = (scheduled_date: string | null, fields: Item = {}): string =>
  String(office.sandbox.seed('jobs', 1, () => ({ scheduled_date, ...fields }))[0]);

beforeEach(() => {
  for (const { id } of office.sandbox.records('jobs')) office.sandbox.remove('jobs', String(id));
  office.sandbox.clearJournal();
  clock.moveTo('2027-11-06T15:00Z');
});

test('in an account without jobs gives nothing, in one request', async () => {
  expect(await run()).toEqual([]);
  expect(office.requests()).toEqual(['GET /jobs']);
});

test('when a Zap is turned on gives what tells items apart, of every job from a month ago on', async () => {
  const [month, ahead] = [seedOn('2027-10-06'), seedOn('2027-12-24', { scheduled_time_end: null })];
  seedOn('2027-10-04');

  const noted = await run({}, { isPopulatingDedupe: true });

  expect(noted.slice(0, 2)).toEqual([
    { id: ahead, scheduled_date: '2027-12-24', scheduled_time_start: '09:00:00', scheduled_time_end: null },
    {
      id: month,
      scheduled_date: '2027-10-06',
      scheduled_time_start: '09:00:00',
      scheduled_time_end: '11:00:00',
    },
  ]);
});

test('gives no job of more than a month ago, none without a date, and none that is cancelled', async () => {
  const kept = seedOn('2027-10-07');
  seedOn('2027-10-06');
  seedOn(null);
  seedOn('2027-11-10', { status: 'cancelled' });

  expect(await ids()).toEqual([kept]);
});

test('with a service gives its jobs only', async () => {
  const [roof] = ['roof_wash', 'house_wash'].map((service_type) => seedOn('2027-11-10', { service_type }));

  expect(await ids({ service_type: 'Roof Wash' })).toEqual([roof]);
});

test('in the editor shows the jobs that changed last', async () => {
  const id = seedOn('2027-11-10');

  expect(await run({}, { isLoadingSample: true })).toMatchObject([{ id, scheduled_date: '2027-11-10' }]);
});

test('250 jobs that are made between two polls are all given', async () => {
  const made = office.sandbox.seed('jobs', 250, () => ({ scheduled_date: '2027-11-10' }));

  expect((await ids()).sort()).toEqual(made.sort());
});
