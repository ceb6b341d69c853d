import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inProgressSpellings } from '../../sandbox/in_progress.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask } from './client.ts';

let now = Date.parse('2026-03-20T10:00:00Z');
let late: Sandbox;
beforeAll(async () => {
  late = await startSandbox({ now: () => now });
});
afterAll(() => late.close());

test.each([
  ['the success', false, 201],
  ['the failure', true, 504],
])(
  'late_save: fails at once, is in progress for a while, saves then and keeps %s',
  async (_what, stored, kept) => {
    const given = { idempotencyKey: `late-${kept}`, body: { customer_name: `Late ${kept}` } };
    const saved = () => late.recordsOf('leads', given.body.customer_name);
    late.setFaults([{ kind: 'late_save', delayMs: 40_000, stored, times: 1 }]);
    const due = now + 40_000;
    const send = () => ask(late, 'POST', '/leads', given);

    expect([(await send()).status, saved()]).toEqual([504, []]);
    now += 39_000;
    expect([(await send()).code, saved()]).toEqual(['idempotency_in_progress', []]);
    now += 5_000;
    expect(saved()).toMatchObject([{ created_at: new Date(due).toISOString() }]);
    const replay = await send();
    expect([replay.status, replay.headers.get('idempotency-replayed'), saved().length]).toEqual([
      kept,
      'true',
      1,
    ]);
  },
);

test('late_save: given a key whose answer is stored, saves nothing more and does not run', async () => {
  const given = { idempotencyKey: 'twice', body: { customer_name: 'Twice' } };
  await ask(late, 'POST', '/leads', given);
  late.setFaults([{ kind: 'late_save', delayMs: 40_000, times: 2 }]);
  const other = { ...given, body: { customer_name: 'Another' } };
  expect((await ask(late, 'POST', '/leads', given)).status).toBe(504);
  expect((await ask(late, 'POST', '/leads', other)).status).toBe(504);
  expect((await ask(late, 'POST', '/leads', given)).status).toBe(201);
  now += 40_000;
  expect([late.recordsOf('leads', 'Twice').length, late.recordsOf('leads', 'Another')]).toEqual([1, []]);
});

test.each(inProgressSpellings)('in_progress as %s: 409, nothing done, and it says so', async (spelling) => {
  late.setFaults([{ kind: 'in_progress', spelling, times: 1 }]);
  const reply = await ask(late, 'POST', '/leads', { body: { customer_name: spelling } });
  expect([reply.status, late.recordsOf('leads', spelling)]).toEqual([409, []]);
  expect(reply.text).toMatch(/idempotency[_-]in[_-]progress/);
});
