import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startSandbox, type Fault, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, type Reply } from './client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.clearJournal();
  for (const { id } of sandbox.records('leads')) sandbox.remove('leads', String(id));
});

let writes = 0;

/** Sends a write that meets the fault, then the same write again without it. `committed` counts the records between. */
async function underFault(
  fault: Fault,
): Promise<{ first: Reply | undefined; committed: number; replay: Reply }> {
  const given = { idempotencyKey: `write-${(writes += 1)}`, body: { customer_name: 'Taylor' } };
  sandbox.setFaults([{ times: 1, ...fault }]);
  const first = await ask(sandbox, 'POST', '/leads', given).catch(() => undefined);
  const committed = sandbox.records('leads').length;
  expect(sandbox.journal().requests[0]).toMatchObject({ fault: fault.kind, status: expectedStatus(fault) });
  return { first, committed, replay: await ask(sandbox, 'POST', '/leads', given) };
}

function expectedStatus({ kind, status }: Fault): unknown {
  if (kind.startsWith('drop')) return 0;
  return status ?? expect.any(Number);
}

function replayed(reply: Reply): boolean {
  return reply.headers.get('idempotency-replayed') === 'true';
}

test('drop_before: no answer, nothing done', async () => {
  const { first, committed, replay } = await underFault({ kind: 'drop_before' });
  expect([first, committed, replay.status, replayed(replay)]).toEqual([undefined, 0, 201, false]);
});

test('drop_after: no answer, but done', async () => {
  const { first, committed, replay } = await underFault({ kind: 'drop_after' });
  expect([first, committed, replay.status, replayed(replay)]).toEqual([undefined, 1, 201, true]);
});

test('slow_after: done at once, answered late', async () => {
  sandbox.setFaults([{ kind: 'slow_after', delayMs: 300 }]);
  let isAnswered = false;
  const answer = ask(sandbox, 'POST', '/leads', { body: { customer_name: 'Taylor' } }).finally(() => {
    isAnswered = true;
  });
  while (sandbox.records('leads').length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(isAnswered).toBe(false);
  expect((await answer).status).toBe(201);
});

test.each([500, 502, 503, 504])('status_before %i: nothing done, and the failure is kept', async (status) => {
  const { first, committed, replay } = await underFault({ kind: 'status_before', status });
  expect([first?.status, committed, replay.status, replayed(replay)]).toEqual([status, 0, status, true]);
  expect(first?.code).toEqual(replay.code);
});

test('status_after: done, the stored answer is the success', async () => {
  const { first, committed, replay } = await underFault({ kind: 'status_after', status: 502 });
  expect([first?.status, committed, replay.status, replayed(replay)]).toEqual([502, 1, 201, true]);
});

test.each(['7', 'Wed, 21 Oct 2026 07:28:00 GMT'])('throttle: 429 with Retry-After %s', async (retryAfter) => {
  const { first, committed, replay } = await underFault({ kind: 'throttle', retryAfter });
  expect([first?.status, first?.headers.get('retry-after'), committed]).toEqual([429, retryAfter, 0]);
  expect([replay.status, replayed(replay)]).toEqual([201, false]);
});

test('half_body: done, but the answer breaks off', async () => {
  const { first, committed, replay } = await underFault({ kind: 'half_body' });
  expect([first, committed, replayed(replay)]).toEqual([undefined, 1, true]);
  const [request] = sandbox.journal().requests;
  expect(Number(request?.answerHeaders['content-length'])).toBeGreaterThan(request?.bytesOut ?? 0);
});

test('html: nothing done, a page of HTML', async () => {
  const { first, committed, replay } = await underFault({ kind: 'html' });
  expect([first?.status, first?.headers.get('content-type'), committed]).toEqual([
    502,
    'text/html; charset=utf-8',
    0,
  ]);
  expect(first?.text).toContain('<html>');
  expect(replayed(replay)).toBe(false);
});

test('wrong_type: done and answered, but called HTML', async () => {
  const { first, committed, replay } = await underFault({ kind: 'wrong_type' });
  expect([first?.status, first?.headers.get('content-type'), committed]).toEqual([201, 'text/html', 1]);
  expect(replay.text).toBe(first?.text);
});

test('status_before that is not stored: nothing done, and the same key works later', async () => {
  const { first, committed, replay } = await underFault({
    kind: 'status_before',
    status: 503,
    stored: false,
  });
  expect([first?.status, committed, replay.status, replayed(replay)]).toEqual([503, 0, 201, false]);
});

test.each([500, 504])('status_after %i that is stored: done, and the failure is kept', async (status) => {
  const { first, committed, replay } = await underFault({ kind: 'status_after', status, stored: true });
  expect([first?.status, committed, replay.status, replayed(replay)]).toEqual([status, 1, status, true]);
  expect(sandbox.records('leads')).toHaveLength(1);
});

test('html_after: done, but a proxy answers in HTML', async () => {
  const { first, committed, replay } = await underFault({ kind: 'html_after', status: 499 });
  expect([first?.status, first?.headers.get('content-type'), committed]).toEqual([
    499,
    'text/html; charset=utf-8',
    1,
  ]);
  expect([replay.status, replayed(replay)]).toEqual([201, true]);
});

test('no_body: done, but the answer breaks off after its headers', async () => {
  const { first, committed, replay } = await underFault({ kind: 'no_body' });
  expect([first, committed, replayed(replay)]).toEqual([undefined, 1, true]);
  expect(sandbox.journal().requests[0]).toMatchObject({ status: 201, bytesOut: 0 });
});

test.each([
  ['no_content', 204, ''],
  ['accepted', 202, '{"status":"accepted"}'],
  ['empty', 201, ''],
  ['empty_object', 201, '{}'],
  ['location', 201, ''],
] as const)('no_record as %s: done, but the success has no record', async (success, status, text) => {
  const { first, committed, replay } = await underFault({ kind: 'no_record', success });
  expect([first?.status, first?.text, committed]).toEqual([status, text, 1]);
  expect([replay.data.id, replayed(replay)]).toEqual([sandbox.records('leads')[0]?.id, true]);
  const location = success === 'location' ? `/api/v1/leads/${String(replay.data.id)}` : null;
  expect(first?.headers.get('location')).toBe(location);
});

test('no_record that is stored: every replay gets a success without the record', async () => {
  const { first, committed, replay } = await underFault({
    kind: 'no_record',
    success: 'empty_object',
    stored: true,
  });
  expect([first?.text, committed, replay.text, replayed(replay)]).toEqual(['{}', 1, '{}', true]);
});

test('no_record: an error stays an error', async () => {
  sandbox.setFaults([{ kind: 'no_record' }]);
  expect((await ask(sandbox, 'POST', '/leads', { body: { customer_name: 7 } })).status).toBe(422);
});

test('a fault with a name stands under it in the journal', async () => {
  sandbox.setFaults([{ kind: 'html', name: 'maintenance', times: 1 }]);
  await ask(sandbox, 'GET', '/leads');
  expect(sandbox.journal().requests).toMatchObject([{ fault: 'maintenance' }]);
});

test('in_progress: 409, nothing done', async () => {
  const { first, committed, replay } = await underFault({ kind: 'in_progress' });
  expect([first?.status, first?.code, committed, replay.status]).toEqual([
    409,
    'idempotency_in_progress',
    0,
    201,
  ]);
});

test.each<Fault>([
  { kind: 'drop_before' },
  { kind: 'drop_after' },
  { kind: 'status_before', status: 503 },
  { kind: 'status_after', status: 503 },
  { kind: 'half_body' },
  { kind: 'html', status: 503 },
  { kind: 'html_after', status: 503 },
  { kind: 'late_save', status: 504 },
  { kind: 'no_body' },
])('given a read, $kind breaks it too', async (fault) => {
  sandbox.setFaults([{ ...fault, times: 1 }]);
  const reply = await ask(sandbox, 'GET', '/leads').catch(() => undefined);
  expect(reply?.status).toBe(fault.status);
  expect((await ask(sandbox, 'GET', '/leads')).status).toBe(200);
});

test('the first fault that fits by method and path wins, as often as it may', async () => {
  sandbox.setFaults([
    { kind: 'html', method: 'POST' },
    { kind: 'status_before', status: 500, path: '^/leads$', times: 2 },
    { kind: 'throttle', path: '^/(leads|jobs)' },
  ]);
  const statuses = [];
  for (const path of ['/leads', '/clients', '/leads', '/leads', '/jobs/x']) {
    statuses.push((await ask(sandbox, 'GET', path)).status);
  }
  expect(statuses).toEqual([500, 200, 500, 429, 429]);
});

test('given a probability and a seed, the same requests are hit each time', async () => {
  const run = async (seed: number): Promise<string> => {
    sandbox.setFaults([{ kind: 'html', probability: 0.5, seed }]);
    let hits = '';
    for (let index = 0; index < 24; index += 1)
      hits += (await ask(sandbox, 'GET', '/leads')).status === 502 ? 'x' : '.';
    return hits;
  };
  const first = await run(7);
  expect(await run(7)).toBe(first);
  expect(first).toMatch(/x.*\..*x|\..*x.*\./);
  expect(await run(8)).not.toBe(first);
});

test('faults are set over HTTP, and malformed ones refused with a sentence', async () => {
  const set = (body: unknown): Promise<Response> =>
    fetch(`${sandbox.origin}/sandbox/faults`, { method: 'POST', body: JSON.stringify(body) });
  expect((await set([{ kind: 'html', status: 504 }])).status).toBe(200);
  expect((await ask(sandbox, 'GET', '/leads')).status).toBe(504);
  expect((await set([{ kind: 'html', path: '(' }])).status).toBe(422);
  expect((await set([{ kind: 'earthquake' }])).status).toBe(422);
  await set([]);
  expect((await ask(sandbox, 'GET', '/leads')).status).toBe(200);
});
