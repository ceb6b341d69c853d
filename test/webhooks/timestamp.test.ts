import { describe, expect, test } from '@jest/globals';
import { openReceiver, statusChange } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import type { Item } from '../support/office.ts';

const api = scriptedApi();
const { deliver, logged } = openReceiver();
const dayMs = 24 * 60 * 60_000;

function change(status: string, { timestamp }: { timestamp: unknown }): Promise<Item[]> {
  api.answers(403);
  return deliver(statusChange(status, timestamp), { trigger: 'lead_status_changed' });
}

describe('the timestamp of a delivery', () => {
  const now = Date.now();

  test.each<[string, unknown]>([
    ['of now', new Date(now).toISOString()],
    ['in seconds', Math.floor(now / 1000)],
    ['in milliseconds, as a text', String(now)],
    ['of six days ago', new Date(now - 6 * dayMs).toISOString()],
    ['of a clock that is wrong by hours', new Date(now + dayMs / 2).toISOString()],
  ])('%s is taken', async (_what, timestamp) => {
    expect(await change('lost', { timestamp })).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['of 2020', '2020-05-01T00:00:00Z'],
    ['of 2031', '2031-05-01T00:00:00Z'],
    ['of eight days ago in seconds', Math.floor((now - 8 * dayMs) / 1000)],
    ['of two days ahead in milliseconds', now + 2 * dayMs],
  ])('%s is refused, and logged', async (_what, timestamp) => {
    await expect(change('lost', { timestamp })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining('more than seven days ago'),
    });
    expect(logged()).toContain('was refused, by its timestamp');
    expect(api.asked).toEqual([]);
  });

  test('counts for each event of a list', async () => {
    api.answers(403);
    const [old, young] = ['2020-05-01T00:00:00Z', new Date().toISOString()].map((timestamp, index) => ({
      ...{ event: 'lead.created', timestamp, data: { lead_id: `l${index}` } },
    }));

    expect(await deliver([old, young])).toMatchObject([{ id: 'l1' }]);
    expect(logged()).toContain('was refused, by its timestamp');
  });

  test.each(['event_timestamp', 'event_time', 'occurred_at'])('is read as %s, too', async (key) => {
    api.answers(403);
    const old = { event: 'lead.created', [key]: '2020-05-01T00:00:00Z', data: { lead_id: 'l1' } };

    await expect(deliver(old)).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test('is not a moment of the record', async () => {
    api.answers(403);
    const data = { estimate_id: 'e1', timestamp: '2020-01-01T00:00:00Z', created_at: '2020-01-01T00:00:00Z' };

    expect(
      await deliver({ event: 'estimate.accepted', data }, { trigger: 'estimate_accepted' }),
    ).toHaveLength(1);
  });
});
