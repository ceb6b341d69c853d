import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import App from '../index.ts';
import { loadContract } from '../contract/judge.ts';
import { valueAt } from '../contract/json.ts';
import { instantTriggers, isKnownHappening } from '../proof/office/happenings.ts';
import { hasWorkingInput } from '../proof/office/inputs.ts';
import { eventNames } from '../sandbox/vocabulary.ts';
import { operations } from '../scripts/definition.ts';
import { createPlatform } from '../workbench/platform.ts';
import { someKey } from './support/ad_hoc.ts';
import { scriptedApi } from './support/scripted_api.ts';

/*
 * Checks that nothing is forgotten when an operation is added: each failure names the missing entry and the file that
 * it belongs in. Without these tests other tests would fail, with errors that do not name the cause.
 */

const api = scriptedApi();
const platform = createPlatform(App, { api_key: someKey });
const contractEvents = valueAt(loadContract('contract/openapi.yaml'), '/components/schemas/EventName/enum');

async function eventOf(trigger: string): Promise<string> {
  api.answers(201, { data: { id: 'w1', secret: 's' } });
  await platform.run(`triggers.${trigger}.operation.performSubscribe`, {
    targetUrl: `https://hooks.test/${trigger}`,
  });
  // What comes behind the registration only looks whether it is there.
  const [registration] = api.bodies.slice(-2);
  return String(valueAt(registration, '/events/0'));
}

describe.each(instantTriggers)('%s', (key) => {
  test('waits for an event that the sandbox and the contract know, and that can be set off', async () => {
    const event = await eventOf(key);
    const known: readonly string[] = eventNames;
    const forgotten = [
      ...(known.includes(event) ? [] : [`${key}: add ${event} to sandbox/vocabulary.ts`]),
      ...(Array.isArray(contractEvents) && contractEvents.includes(event)
        ? []
        : [`${key}: add ${event} to EventName and to the webhooks of contract/openapi.yaml`]),
      ...(isKnownHappening(key) ? [] : [`${key}: add what sets it off to proof/office/happenings.ts`]),
    ];

    expect(forgotten).toEqual([]);
  });
});

test('every action and search has an input that works', () => {
  const steps = operations.filter(({ kind }) => kind !== 'trigger').map(({ key }) => key);
  const forgotten = steps.filter((key) => !hasWorkingInput(key));

  expect(forgotten.map((key) => `${key}: add an input to proof/office/inputs.ts`)).toEqual([]);
});

test('the changelog names every operation that a person can pick', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8').replace(/\s+/g, ' ');
  const labels = operations.filter(({ hidden }) => !hidden).map(({ label }) => label);
  const forgotten = labels.filter((label) => !changelog.includes(label));

  expect(forgotten.map((label) => `${label}: say in CHANGELOG.md what it does`)).toEqual([]);
});
