import { describe, expect, test } from '@jest/globals';
import { nowIn, zoneOf } from '../../src/lib/calendar.ts';
import { failureOf } from '../support/failure.ts';
import { ago, polls, serve, turningOn } from '../support/polled_lists.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const api = scriptedApi();
const { platform, poll, logged } = polls();

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

describe('days that cannot be read', () => {
  const unread = { id: 'j1', status: 'scheduled', scheduled_date: '09-03-2026', updated_at: ago(0.1) };
  const undated = { ...unread, id: 'j2', scheduled_date: 'TBD' };

  test.each(['upcoming_job', 'job_scheduled'])('end a poll of %s in words', async (key) => {
    serve(api, [unread]);

    const error = await failureOf(poll(key, {}));

    expect(error.message).toContain('does not say on which days they are');
  });

  test('are no days without jobs', async () => {
    const find = async (day: string): Promise<unknown> => {
      const inputData = { day };
      return platform.run('searches.find_jobs_on_day.operation.perform', { inputData });
    };
    serve(api, [unread, undated]);
    expect((await failureOf(find('03/09/2026'))).message).toContain('whether these are all of the day');

    serve(api, [undated]);
    expect(await find('03/09/2026')).toMatchObject([{ count: 0 }]);
  });

  test('are logged where others can be read', async () => {
    serve(api, [unread, undated]);

    expect(await poll('upcoming_job', {}, turningOn)).toEqual([]);
    expect(logged()).toContain('1 of the jobs listed are on days that cannot be read');
  });
});
