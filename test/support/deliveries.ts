import { beforeEach, jest } from '@jest/globals';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { sign } from '../../src/webhooks/signature.ts';
import { createPlatform, type Platform, type RunConditions } from '../../workbench/platform.ts';
import { someKey } from './ad_hoc.ts';
import type { Item } from './office.ts';

/** A secret, and what Zapier keeps of a webhook with it. */
export const secret = 'whsec_test';
export const subscribeData: Item = { id: 'w1', secret };

/** How a delivery arrives. */
export interface Sent {
  headers?: Record<string, unknown>;
  trigger?: string;
  more?: Item;
  conditions?: RunConditions;
}

/** A platform for deliveries, with an empty cache for each test. What the app logs is collected. */
export interface Receiver {
  /** Signs a body, which is sent as JSON unless it is text, and gives it to New Lead, or to another trigger. */
  deliver: (body: unknown, sent?: Sent) => Promise<Item[]>;
  platform: () => Platform;
  /** What the app logged in the current test. */
  logged: () => string;
}

/** Opens a receiver for the tests of a file, which have to set the API's address. */
export function openReceiver(): Receiver {
  let platform: Platform;
  let log: { mock: { calls: unknown[][] } };
  beforeEach(() => {
    jest.restoreAllMocks();
    log = jest.spyOn(console, 'log').mockReturnValue();
    platform = createPlatform(App, { api_key: someKey });
  });
  return {
    platform: () => platform,
    logged: () => log.mock.calls.flat().join('\n'),
    deliver: async (body, { headers = {}, trigger = 'new_lead', more = {}, conditions } = {}) => {
      const content = typeof body === 'string' ? body : JSON.stringify(body);
      const signed = { 'Http-X-Webhook-Signature': sign(secret, content), ...headers };
      const bundle = { inputData: {}, subscribeData, rawRequest: { content, headers: signed }, ...more };
      return asItems(await platform.run(`triggers.${trigger}.operation.perform`, bundle, conditions));
    },
  };
}

/** Moves the clock of this process, by which entries of the cache end, too. */
export function later(ms: number): void {
  const now = Date.now();
  const began = performance.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now + ms + performance.now() - began);
}

function asItems(value: unknown): Item[] {
  if (!Array.isArray(value) || !value.every(isObject))
    throw new TypeError('A trigger gave no list of records.');
  return value;
}

/** The headers of an attempt to deliver. */
export function numbered(id: string, attempt?: number): Sent {
  const count = attempt === undefined ? {} : { 'Http-X-Webhook-Attempt': String(attempt) };
  return { headers: { 'Http-X-Webhook-Id': id, ...count } };
}

/** A change of the status of one lead, now unless its timestamp is given; null is none. */
export function statusChange(status: string, timestamp?: unknown, record: Item = {}): Item {
  const stamp = timestamp === undefined ? new Date(Date.now()).toISOString() : timestamp;
  const data = { ...record, lead_id: 'l1', status };
  return { event: 'lead.status_changed', ...(stamp !== null && { timestamp: stamp }), data };
}
