import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { eventNames } from '../../sandbox/vocabulary.ts';
import { ask, listAt, paths, type Reply } from './client.ts';
import { startReceiver } from './receiver.ts';

let sandbox: Sandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
  sandbox = await startSandbox({ retryDelaysMs: [5, 10, 15] });
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

function register(url: string, events: readonly string[] = eventNames): Promise<Reply> {
  return ask(sandbox, 'POST', '/webhooks', { idempotencyKey: 'hook', body: { name: 'Ops', url, events } });
}

function createLead(): Promise<Reply> {
  return ask(sandbox, 'POST', '/leads', { body: { customer_name: 'Zoë 🧽' } });
}

describe('destinations', () => {
  test('show their secret on creation and its replay only, and never in the journal', async () => {
    const created = await register(receiver.url);
    const secret = String(created.data.secret);
    expect([created.status, secret]).toEqual([201, expect.stringMatching(/^whsec_\w+$/)]);
    expect((await register(receiver.url)).data.secret).toBe(secret);
    const list = await ask(sandbox, 'GET', '/webhooks');
    expect(listAt(list.body, 'data')).toMatchObject([{ id: created.data.id, events: [...eventNames] }]);
    expect(list.text).not.toContain('secret');
    expect(JSON.stringify(sandbox.journal())).not.toContain(secret);
  });

  test('given an address without https, or an unknown event, 422', async () => {
    expect(paths(await register('http://example.com/hook'))).toEqual(['url']);
    const body = { name: 'Ops', url: 'https://example.com', events: ['client.created'] };
    expect(paths(await ask(sandbox, 'POST', '/webhooks', { body }))).toEqual(['events.0']);
  });

  test('are removed once', async () => {
    const { data } = await register(receiver.url);
    const path = `/webhooks/${String(data.id)}`;
    expect((await ask(sandbox, 'DELETE', path)).status).toBe(204);
    expect((await ask(sandbox, 'DELETE', path)).status).toBe(404);
    await createLead();
    await sandbox.idle();
    expect(receiver.received).toEqual([]);
  });
});

describe('deliveries', () => {
  test('carry the thin event, the five headers and the signature of the raw body', async () => {
    const { data } = await register(receiver.url, ['lead.created']);
    const lead = await createLead();
    await sandbox.idle();
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const sent: unknown = JSON.parse(body);
    expect(sent).toEqual({
      event: 'lead.created',
      timestamp: headers['x-webhook-timestamp'],
      data: { lead_id: lead.data.id, status: 'new' },
    });
    expect(headers).toMatchObject({
      'x-webhook-event': 'lead.created',
      'x-webhook-attempt': '1',
      'x-webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-webhook-signature': createHmac('sha256', String(data.secret)).update(body).digest('hex'),
    });
  });

  test('given refusals, are retried three times under the same id, then given up', async () => {
    const failing = await startReceiver([500, 302, 404, 503]);
    await register(failing.url);
    await createLead();
    await sandbox.idle();
    expect(failing.received.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2', '3', '4']);
    expect(new Set(failing.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1);
    expect(sandbox.journal().deliveries.map(({ status }) => status)).toEqual([500, 302, 404, 503]);
    await failing.close();
  });

  test('given a retry that comes due while the sandbox looks for what is due, it still goes out', async () => {
    let clock = Date.now();
    await sandbox.close();
    // The clock moves on by 100 ms whenever it is read, so that the retry becomes due between two reads of one look.
    sandbox = await startSandbox({ now: () => (clock += 100), retryDelaysMs: [250, 250, 250] });
    const failing = await startReceiver([500, 500]);
    await register(failing.url);
    await createLead();
    await sandbox.idle();
    expect(failing.received).toHaveLength(3);
    await failing.close();
  });

  test('given nobody listening, the attempt is noted with status 0', async () => {
    await receiver.close();
    await register(receiver.url);
    await createLead();
    await sandbox.idle();
    expect(sandbox.journal().deliveries.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    receiver = await startReceiver();
  });

  test('given a 410, the destination is removed', async () => {
    const gone = await startReceiver([410]);
    await register(gone.url);
    await createLead();
    await createLead();
    await sandbox.idle();
    expect(listAt((await ask(sandbox, 'GET', '/webhooks')).body, 'data')).toEqual([]);
    expect(gone.received).toHaveLength(1);
    await gone.close();
  });

  test('arrive in the order of the events, and a replayed write delivers nothing again', async () => {
    await register(receiver.url);
    const ids = [];
    for (let index = 0; index < 10; index += 1) {
      const given = { idempotencyKey: `lead-${index}`, body: { customer_name: 'T' } };
      ids.push((await ask(sandbox, 'POST', '/leads', given)).data.id);
      await ask(sandbox, 'POST', '/leads', given);
    }
    await sandbox.idle();
    expect(
      receiver.received.map(({ body }) => body).map((body) => /"lead_id":"([^"]+)"/.exec(body)?.[1]),
    ).toEqual(ids);
  });

  test('given a test key or another organization, nothing is delivered', async () => {
    await register(receiver.url);
    for (const key of [sandbox.keys.test, sandbox.createKey({ organization: 'other' })]) {
      await ask(sandbox, 'POST', '/leads', { key, body: { customer_name: 'T' } });
    }
    await sandbox.idle();
    expect(receiver.received).toEqual([]);
  });

  test('given a restart, what was not delivered goes out then, and keys and records are kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const hourMs = 3_600_000;
    const options = { dataFile: join(folder, 'data.sqlite'), retryDelaysMs: [hourMs, hourMs, hourMs] };
    const broken = await startReceiver([500]);
    await sandbox.close();
    sandbox = await startSandbox(options);
    const { keys } = sandbox;
    await register(broken.url);
    await createLead();
    // Waits for the journal, not for the receiver: the attempt is in the journal only when its result is known.
    while (sandbox.journal().deliveries.length === 0) await sleep(5);
    await sandbox.close();
    sandbox = await startSandbox({ ...options, now: () => Date.now() + hourMs });
    await sandbox.idle();
    expect(broken.received.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2']);
    expect(sandbox.keys).toEqual(keys);
    expect(sandbox.records('leads')).toHaveLength(1);
    await broken.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
    sandbox = await startSandbox();
  });
});
