import { expect, test } from '@jest/globals';
import { nowIn, zoneOf } from '../../src/lib/calendar.ts';
import { polls, serve } from '../support/polled_lists.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const api = scriptedApi();
const { poll } = polls();

test('where jobs without a date come first, those behind them are read all the same', async () => {
  const undated = Array.from({ length: 150 }, (_, index) => ({
    id: `u${index}`,
    status: 'scheduled',
    scheduled_date: null,
  }));
  const today = { id: 'today', status: 'scheduled', scheduled_date: nowIn(zoneOf(undefined)).date };
  serve(api, [...undated, today]);

  expect(await poll('upcoming_job', {})).toMatchObject([{ id: 'today' }]);
  expect(api.asked).toEqual(['GET /jobs', 'GET /jobs']);
});
