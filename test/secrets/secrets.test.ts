import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import type { Fault } from '../../sandbox/sandbox.ts';
import { catchDelivery } from '../../proof/office/deliveries.ts';
import { happen, instantTriggers } from '../../proof/office/happenings.ts';
import { pollInput, workingInput } from '../../proof/office/inputs.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { clientForm, leadForm } from '../../proof/office/forms.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice } from '../support/office.ts';
import { leaksIn, secretPart, type Seen } from './leaks.ts';
import { watchTheOutput } from './output.ts';
import { watchTheWire, type Sent } from './wire.ts';

const office = openOffice();
const secrets: string[] = [];
const seen: Seen[] = [];
const subscriptions: string[] = [];
let sent: Sent[] = [];

const faults: Fault[] = [
  { kind: 'drop_before' },
  { kind: 'half_body' },
  { kind: 'slow_after', delayMs: 200 },
  { kind: 'html' },
  { kind: 'in_progress' },
  { kind: 'throttle', retryAfter: '5' },
  { kind: 'status_before', status: 500 },
];

/** Runs a step and keeps its result or its error message, to be searched for secrets. */
async function look(where: string, step: Promise<unknown>): Promise<void> {
  const text = await step.then(
    (result) => JSON.stringify(result),
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
  seen.push({ where, text });
}

/** Keeps the paths, queries and bodies of all requests. Must be called before the journal is emptied. */
function noteBodies(): void {
  for (const { method, path, query, body } of office.sandbox.journal().requests) {
    seen.push({ where: `${method} ${path}`, text: JSON.stringify([path, query, body]) });
  }
}

async function runEverything(records: Records): Promise<void> {
  await look('connection test', office.platform.run('authentication.test'));
  for (const key of Object.keys(App.creates)) await look(key, office.create(key, workingInput(key, records)));
  for (const key of Object.keys(App.searches))
    await look(key, office.search(key, workingInput(key, records)));
  for (const { key, operation } of Object.values(App.triggers)) {
    if (operation.type === 'polling') await look(key, office.trigger(key, { inputData: pollInput(key) }));
  }
  noteBodies();
  for (const key of instantTriggers) {
    const { subscribeData, rawRequest } = await catchDelivery(office, key, () =>
      happen(office, key, records),
    );
    secrets.push(String(subscribeData.secret));
    subscriptions.push(JSON.stringify(subscribeData));
    seen.push({ where: `delivery to ${key}`, text: JSON.stringify(rawRequest) });
    await look(key, office.trigger(key, { subscribeData, rawRequest }));
    await look(`samples of ${key}`, office.trigger(key, {}, 'performList'));
    const forged = { ...rawRequest, content: `${rawRequest.content} ` };
    await look(`forged delivery to ${key}`, office.trigger(key, { subscribeData, rawRequest: forged }));
  }
}

async function failEverywhere(): Promise<void> {
  const revoked = office.sandbox.createKey();
  office.sandbox.revokeKey(revoked);
  const { live, test: testKey } = office.sandbox.keys;
  const bad = [revoked, `${live.slice(0, -1)}-`, `${live}…`, `${live} ${live}`, testKey];
  secrets.push(...bad);
  for (const [index, key] of bad.entries()) {
    const platform = office.as(key);
    const inputData = leadForm;
    const targetUrl = 'https://hooks.zapier.com/x';
    await look(`bad key ${index}: connection test`, platform.run('authentication.test'));
    await look(
      `bad key ${index}: create`,
      platform.run('creates.create_lead.operation.perform', { inputData }),
    );
    await look(
      `bad key ${index}: Zap on`,
      platform.run('triggers.new_lead.operation.performSubscribe', { inputData: {}, targetUrl }),
    );
  }
  for (const fault of faults) {
    office.sandbox.setFaults([fault]);
    await look(
      fault.kind,
      impatiently(() => office.create('create_client', clientForm)),
    );
    await look(
      `${fault.kind}: connection test`,
      impatiently(() => office.platform.run('authentication.test')),
    );
  }
  office.sandbox.setFaults([]);
  noteBodies();
}

beforeAll(async () => {
  const output = watchTheOutput();
  const wire = watchTheWire();
  try {
    const { live, test: testKey } = office.sandbox.keys;
    secrets.push(live, testKey);
    await runEverything(await fillOffice(office));
    await failEverywhere();
    seen.push(...output.printed);
  } finally {
    output.stop();
    wire.stop();
  }
  sent = wire.sent;
  seen.push({ where: 'the definition', text: JSON.stringify(App) });
  seen.push({ where: "Zapier's cache", text: JSON.stringify(office.platform.cache) });
}, 60_000);

afterAll(() => {
  seen.length = 0;
});

describe('after every operation ran and failed in every way', () => {
  test('there is something to look through', () => {
    expect(secrets.length).toBeGreaterThan(10);
    expect(seen.length).toBeGreaterThan(70);
    expect(seen.map(({ text }) => text).join('\n')).toContain('does not accept this API key');
  });

  test('no result, sentence, log line, sample or cache entry holds a key or a secret', () => {
    expect(leaksIn(seen, secrets)).toEqual([]);
  });

  test('nothing left this machine, and the key went to the API alone, in a header', () => {
    const { host } = new URL(office.sandbox.url);
    const elsewhere = sent.filter((request) => request.host !== host);

    expect(sent.filter((request) => request.host === host).length).toBeGreaterThan(90);
    expect(elsewhere.filter((request) => !request.host.startsWith('127.0.0.1:'))).toEqual([]);
    expect(
      leaksIn(
        elsewhere.map(({ host: where, headers: text }) => ({ where, text })),
        secrets,
      ),
    ).toEqual([]);
    expect(
      leaksIn(
        sent.map(({ host: where, line: text }) => ({ where, text })),
        secrets,
      ),
    ).toEqual([]);
  });

  test('the search would notice: it finds the key on its way to the API, and the secret that Zapier keeps', () => {
    const headers = sent.map(({ headers: text }) => ({ where: 'wire', text }));
    expect(leaksIn(headers, secrets).length).toBeGreaterThan(90);
    const kept = subscriptions.map((text) => ({ where: 'subscription', text }));
    expect(leaksIn(kept, secrets)).toHaveLength(8);
    expect(
      leaksIn([{ where: 'the secret part', text: secretPart(office.sandbox.keys.live) }], secrets),
    ).toEqual(['the secret part']);
    const encoded = Buffer.from(secretPart(office.sandbox.keys.live)).toString('base64');
    expect(leaksIn([{ where: 'base64', text: encoded }], secrets)).toEqual(['base64']);
  });
});
