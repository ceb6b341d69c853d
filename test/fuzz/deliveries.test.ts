import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import App from '../../index.ts';
import { valueAt } from '../../contract/json.ts';
import { sign } from '../../src/webhooks/signature.ts';
import { eventNames } from '../../sandbox/vocabulary.ts';
import { judgeJournal } from '../support/judged.ts';
import { openOffice, type Item } from '../support/office.ts';
import { outcomeOf, tries } from './outcome.ts';
import { anything, anyObject, text } from './values.ts';

const office = openOffice();

const instant = Object.values(App.triggers).filter(({ operation }) => operation.type === 'hook');
const likelyKeys = [
  ...['id', 'status', 'created_at', 'customer_name', 'total', 'source', 'service_type', 'previous_status'],
  ...['lead', 'estimate', 'job', 'invoice'].flatMap((noun) => [noun, `${noun}_id`]),
];

const data = fc.oneof({ weight: 5, arbitrary: anyObject(likelyKeys) }, { weight: 1, arbitrary: anything });
/** Random bodies of deliveries to a trigger, most of them with its own event. */
function bodiesAbout(own: string): fc.Arbitrary<string> {
  const event = fc.oneof(
    { weight: 5, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.constantFrom(...eventNames) },
  );
  const envelopes = fc.oneof(
    { weight: 6, arbitrary: fc.record({ event, data }) },
    { weight: 1, arbitrary: anyObject(['event', 'data', 'timestamp']) },
    { weight: 1, arbitrary: anything },
  );
  return fc.oneof(
    { weight: 9, arbitrary: envelopes.map((envelope) => JSON.stringify(envelope)) },
    { weight: 1, arbitrary: text },
  );
}

const deliveryIds = fc.option(fc.uuid(), { nil: undefined });
const inputs = anyObject(['status', 'source', 'service_interest', 'service_type', 'minimum_total']);

/** Turns a trigger on; returns what Zapier keeps as `subscribeData`, and the event that the trigger subscribed to. */
async function turnOn(key: string): Promise<{ subscribeData: Item; secret: string; event: string }> {
  const subscribeData = await office.subscribe(key, { targetUrl: 'https://hooks.zapier.com/fuzz' });
  const body = office.sandbox.journal().requests.at(-1)?.body;
  const event = String(valueAt(body, '/events/0'));
  office.sandbox.clearJournal();
  return { subscribeData, secret: String(subscribeData.secret), event };
}

interface Sent {
  subscribeData: Item;
  content: string;
  signature?: string | undefined;
  number?: string | undefined;
  inputData: Item;
}

function arrive(
  key: string,
  { subscribeData, content, signature, number, inputData }: Sent,
): Promise<unknown> {
  const headers = {
    ...(signature !== undefined && { 'Http-X-Webhook-Signature': signature }),
    ...(number !== undefined && { 'Http-X-Webhook-Id': number }),
  };
  const rawRequest = { method: 'POST', querystring: '', headers, content };
  return office.platform.run(`triggers.${key}.operation.perform`, { inputData, subscribeData, rawRequest });
}

describe.each(instant.map(({ key }) => key))('whatever arrives at %s', (key) => {
  test('given a valid signature, returns records or a sentence, and sends only requests of the contract', async () => {
    const { subscribeData, secret, event } = await turnOn(key);
    const deliveries = fc.record({ content: bodiesAbout(event), number: deliveryIds, inputData: inputs });
    const property = fc.asyncProperty(deliveries, async (sent) => {
      office.sandbox.clearJournal();
      const signature = sign(secret, sent.content);
      const records = await outcomeOf(
        arrive(key, { ...sent, subscribeData, signature }),
        office.sandbox.keys.live,
      );
      // Only a list can tell of several records.
      expect(records?.length ?? 0).toBeLessThanOrEqual(sent.content.includes('[') ? Infinity : 1);
      judgeJournal(office.sandbox);
    });
    await fc.assert(property, tries);
  });

  test('given no valid signature, is refused without a request', async () => {
    const signatures = fc.option(fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), text), { nil: undefined });
    const { subscribeData, event } = await turnOn(key);
    const deliveries = fc.record({
      content: bodiesAbout(event),
      number: deliveryIds,
      inputData: inputs,
      signature: signatures,
    });
    const property = fc.asyncProperty(deliveries, async (sent) => {
      await expect(arrive(key, { ...sent, subscribeData })).rejects.toMatchObject({
        name: 'HaltedError',
        message: expect.stringContaining('did not sign it'),
      });
      expect(office.requests()).toEqual([]);
    });
    await fc.assert(property, tries);
  });
});
