import { beforeEach, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { impatiently } from '../support/impatiently.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
const meta = { timezone: 'America/New_York' };
const run = (inputData: Item, more: Item = {}): Promise<Item[]> =>
  office.trigger('upcoming_job', { inputData, meta: { ...meta, ...more } });
const ids = async (inputData: Item, more?: Item): Promise<unknown[]> =>
  (await run(inputData, more)).map(({ id }) => id);
const seedOn = (scheduled_date: string | null, fields: Item = {}): string =>
  String(office.sandbox.seed('jobs', 1, () => ({ scheduled_date, ...fields }))[0]);

beforeEach(() => {
  for (const { id } of office.sandbox.records('jobs')) office.sandbox.remove('jobs', String(id));
  office.sandbox.clearJournal();
  clock.moveTo('2027-11-06T15:00Z');
});

test.each(['-1', '1.5', 'soon', '366'])('does not take %s days', async (days) => {
  const error = await failureOf(run({ days }));

  expect(error.message).toBe(`Days "${days}" has to be a whole number from 0 to 365.`);
});

test('in an account without jobs gives nothing, in one request', async () => {
  expect(await run({})).toEqual([]);
  expect(office.requests()).toEqual(['GET /jobs']);
});

test.each([
  // Sunday the 7th has 25 hours in New York.
  ['2027-11-07T03:30Z', 'America/New_York', ['2027-11-07']],
  ['2027-11-07T05:30Z', 'America/New_York', ['2027-11-07']],
  ['2027-11-07T13:00Z', 'America/New_York', ['2027-11-08', '2027-11-07']],
  ['2027-11-08T04:59Z', 'America/New_York', ['2027-11-08', '2027-11-07']],
  ['2027-11-08T05:00Z', 'America/New_York', ['2027-11-08']],
  ['2027-11-07T03:30Z', 'Pacific/Auckland', ['2027-11-08', '2027-11-07']],
  // What Zapier takes where nobody chose a zone: Chicago.
  ['2027-11-07T13:59Z', null, ['2027-11-07']],
  ['2027-11-07T14:00Z', null, ['2027-11-08', '2027-11-07']],
])('at %s in %s reminds of the jobs on %j', async (moment, timezone, days) => {
  for (const day of ['2027-11-06', '2027-11-07', '2027-11-08', '2027-11-09']) seedOn(day);
  clock.moveTo(moment);

  const items = await run({}, { timezone });

  expect(items.map((item) => item.scheduled_date).filter((day) => day !== '2027-11-06')).toEqual(days);
});

test.each([
  ['2027-09-05T03:59Z', '2027-09-04'],
  ['2027-09-05T04:00Z', undefined],
])(
  'at %s in Santiago, where Sunday the 5th begins at 1 AM, the job of today is of %s',
  async (moment, today) => {
    seedOn('2027-09-04');
    clock.moveTo(moment);

    const [job] = await run({ days: '0' }, { timezone: 'America/Santiago' });

    expect(job?.scheduled_date).toBe(today);
  },
);

test('when a Zap is turned on gives what tells items apart, and nothing else', async () => {
  const id = seedOn('2027-11-07');

  expect(await run({}, { isPopulatingDedupe: true })).toEqual([{ id, scheduled_date: '2027-11-07' }]);
});

test('in the editor shows jobs that are ahead, however far', async () => {
  const id = seedOn('2027-12-24');

  expect(await ids({}, { isLoadingSample: true })).toEqual([id]);
});

test('reads behind 250 jobs further ahead', async () => {
  const tomorrow = seedOn('2027-11-07');
  office.sandbox.seed('jobs', 250, () => ({ scheduled_date: '2027-12-24' }));
  seedOn('2027-11-05');

  expect(await ids({})).toEqual([tomorrow]);
});

test('a list that is longer than a check can read is an error in words', async () => {
  office.sandbox.seed('jobs', 250, () => ({ scheduled_date: '2027-12-24' }));
  office.sandbox.setFaults([{ kind: 'slow_after', delayMs: 60, path: '^/jobs' }]);

  const error = await impatiently(() => failureOf(run({})), 1_050);

  expect(error.message).toContain('took too long to list its jobs');
});

test.each([
  ['listsWithIsoDates', '2027-11-07T00:00:00.000Z'],
  ['statusLabels', '2027-11-07'],
] as const)('reads lists that are written in other ways: %s', async (quirk, shown) => {
  const id = seedOn('2027-11-07');
  office.sandbox.setQuirks({ [quirk]: true });

  expect(await run({})).toMatchObject([{ id, scheduled_date: shown }]);
});

test.each([
  ['on which days they are', { thinRows: true }, {}],
  // Turns off the comparison of answers with the contract, which demands a status.
  ['which status they are in', { bareAnswers: false }, { status: null }],
])('a list that does not say %s is an error in words', async (what, quirks, fields) => {
  seedOn('2027-11-07', fields);
  office.sandbox.setQuirks(quirks);

  const error = await failureOf(run({}));

  expect(error.message).toBe(
    `CleanEstimate Pro's list of jobs does not say ${what}, so this step cannot tell. Tell the support of CleanEstimate Pro.`,
  );
});
