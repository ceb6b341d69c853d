import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask } from './client.ts';

let sandbox: Sandbox;
let clock = Date.now();

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => clock });
});
afterAll(() => sandbox.close());

const lead = { customer_name: 'Taylor Morgan', city: 'Charlotte' };

test('given the same key and body, in any order of its keys, the stored answer comes back', async () => {
  const first = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'a', body: lead });
  const again = await ask(sandbox, 'POST', '/leads', {
    idempotencyKey: 'a',
    body: '{ "city": "Charlotte", "customer_name": "Taylor Morgan" }',
  });
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect([again.status, again.text]).toEqual([201, first.text]);
  expect(sandbox.records('leads')).toHaveLength(1);
});

test('given the same key and another body or address, 409 and nothing is written', async () => {
  await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'b', body: lead });
  const count = sandbox.records('leads').length;
  const body = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'b', body: { customer_name: 'Else' } });
  const address = await ask(sandbox, 'POST', '/clients', { idempotencyKey: 'b', body: lead });
  expect([body.status, body.code]).toEqual([409, 'idempotency_conflict']);
  expect(address.code).toBe('idempotency_conflict');
  expect(sandbox.records('leads')).toHaveLength(count);
});

test('given the same key in another account, both writes happen', async () => {
  const key = sandbox.createKey({ organization: 'other' });
  await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'c', body: lead });
  for (const other of [key, sandbox.keys.test]) {
    const reply = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'c', body: lead, key: other });
    expect(reply.headers.get('idempotency-replayed')).toBeNull();
  }
});

test('given a first request whose body is still on its way, 409 in progress', async () => {
  const text = JSON.stringify(lead);
  const begin = (idempotencyKey: string): ClientRequest => {
    const headers = { authorization: `Bearer ${sandbox.keys.live}`, 'idempotency-key': idempotencyKey };
    const slow = request(`${sandbox.url}/leads`, {
      method: 'POST',
      headers: { ...headers, 'content-length': text.length },
    });
    slow.on('error', () => undefined);
    slow.write(text.slice(0, 5));
    return slow;
  };

  // The server may read the second connection first. So the first gets a longer and longer lead until it is read first.
  for (let waitMs = 10; waitMs < 1000; waitMs *= 2) {
    const idempotencyKey = `slow ${waitMs}`;
    const slow = begin(idempotencyKey);
    await sleep(waitMs);
    const reply = await ask(sandbox, 'POST', '/leads', { idempotencyKey, body: lead });
    if (reply.status === 409) {
      const answered = once(slow, 'response');
      slow.end(text.slice(5));
      await answered;
      slow.destroy();
      expect(reply.code).toBe('idempotency_in_progress');
      return;
    }
    slow.destroy();
  }
  throw new Error('No request was ever in progress.');
});

test('failed answers are kept, refusals of the key are not', async () => {
  const body = { customer_name: '' };
  const first = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'e', body });
  const again = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'e', body });
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([422, 422, 'true']);
  const unscoped = sandbox.createKey({ scopes: ['leads:read'] });
  expect(
    (await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'f', body: lead, key: unscoped })).status,
  ).toBe(403);
  expect((await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'f', body: lead })).status).toBe(201);
});

test('given a change, its replay returns the record as it was then', async () => {
  const { data } = await ask(sandbox, 'POST', '/leads', { body: lead });
  const path = `/leads/${String(data.id)}`;
  await ask(sandbox, 'PATCH', path, { idempotencyKey: 'g', body: { notes: 'One' } });
  await ask(sandbox, 'PATCH', path, { body: { notes: 'Two' } });
  const replay = await ask(sandbox, 'PATCH', path, { idempotencyKey: 'g', body: { notes: 'One' } });
  expect(replay.data.notes).toBe('One');
  expect((await ask(sandbox, 'GET', path)).data.notes).toBe('Two');
});

test('after 72 hours a key is new again', async () => {
  await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'h', body: lead });
  clock += 72 * 3_600_000 - 1;
  const kept = await ask(sandbox, 'POST', '/leads', { idempotencyKey: 'h', body: lead });
  expect(kept.headers.get('idempotency-replayed')).toBe('true');
  clock += 1;
  const forgotten = await ask(sandbox, 'POST', '/leads', {
    idempotencyKey: 'h',
    body: { customer_name: 'Else' },
  });
  expect([forgotten.status, forgotten.headers.get('idempotency-replayed')]).toEqual([201, null]);
});
