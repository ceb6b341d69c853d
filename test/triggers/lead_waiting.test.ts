import { beforeEach, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
const run = (inputData: Item): Promise<Item[]> => office.trigger('lead_waiting', { inputData });
const ids = async (inputData: Item): Promise<unknown[]> => (await run(inputData)).map(({ id }) => id);
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const seed = (hours: number, fields: Item = {}): string =>
  String(office.sandbox.seed('leads', 1, () => ({ created_at: hoursAgo(hours), ...fields }))[0]);

beforeEach(() => {
  for (const { id } of office.sandbox.records('leads')) office.sandbox.remove('leads', String(id));
});

test.each(['0', '-2', '1.5', 'soon', '8761'])('does not take %s hours', async (hours) => {
  const error = await failureOf(run({ hours }));

  expect(error.message).toBe(`Hours "${hours}" has to be a whole number from 1 to 8760.`);
});

test('gives the leads that are still new, a day old unless told otherwise', async () => {
  const [day, hour] = [seed(25), seed(1.5)];
  seed(25, { status: 'lost' });

  expect(await ids({})).toEqual([day]);
  expect((await ids({ hours: '1 hour' })).sort()).toEqual([day, hour].sort());
});

test('gives none that has waited for over a month, and none that does not say when it came', async () => {
  seed(24 * 40);
  // Turns off the comparison of answers with the contract, which forbids such a time.
  office.sandbox.setQuirks({ bareAnswers: false });
  seed(0, { created_at: 'unknown' });

  expect(await run({})).toEqual([]);
});
