import App from '../../index.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { createPlatform, type Platform } from '../platform.ts';

/** A company that uses CleanEstimate Pro and Zapier: a sandbox, and the app connected to it. */
export interface Office {
  sandbox: Sandbox;
  /** The app connected with the live key that may do everything. */
  platform: Platform;
  /** The app connected with another key. */
  as: (key: string) => Platform;
  /** Runs an action as a Zap does. */
  create: (key: string, inputData: Record<string, unknown>, more?: Record<string, unknown>) => Promise<Item>;
  /** Runs a trigger's method, `perform` unless named. */
  trigger: (key: string, bundle?: Record<string, unknown>, method?: string) => Promise<Item[]>;
  /** Turns an instant trigger on. */
  subscribe: (key: string, bundle: Record<string, unknown>) => Promise<Item>;
  /** Runs a search as a Zap does. */
  search: (key: string, inputData: Record<string, unknown>) => Promise<Item[]>;
  /** Does what people do in the product: `act('jobs/ID/complete')`. */
  act: (path: string, body?: Record<string, unknown>) => Promise<Item>;
  /** The app's definition, as Zapier loads it. */
  definition: typeof App;
  /** What the app asked the API for: "POST /leads". */
  requests: () => string[];
}

export type Item = Record<string, unknown>;

/** Connects the app to a sandbox with a key. */
export function connect(key: string): Platform {
  return createPlatform(App, { api_key: key });
}

/** Opens an office. What it is made of is looked up at each use, so that it may change between two. */
export function createOffice(parts: Pick<Office, 'sandbox' | 'platform'>): Office {
  const office: Office = {
    get sandbox() {
      return parts.sandbox;
    },
    get platform() {
      return parts.platform;
    },
    as: connect,
    create: async (key: string, inputData: Item, more: Item = {}) =>
      item(await office.platform.run(`creates.${key}.operation.perform`, { inputData, ...more })),
    trigger: async (key: string, bundle: Item = {}, method = 'perform') =>
      items(await office.platform.run(`triggers.${key}.operation.${method}`, { inputData: {}, ...bundle })),
    subscribe: async (key: string, bundle: Item) =>
      item(
        await office.platform.run(`triggers.${key}.operation.performSubscribe`, { inputData: {}, ...bundle }),
      ),
    act: async (path: string, body: Item = {}) => {
      const answer = await fetch(`${parts.sandbox.origin}/sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      const { data = {} } = item(await answer.json());
      return item(data);
    },
    definition: App,
    search: async (key: string, inputData: Item) =>
      items(await office.platform.run(`searches.${key}.operation.perform`, { inputData })),
    requests: () => parts.sandbox.journal().requests.map(({ method, path }) => `${method} ${path}`),
  };
  return office;
}

function item(value: unknown): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('Not one record.');
  return { ...value };
}

function items(value: unknown): Item[] {
  if (!Array.isArray(value)) throw new Error('Not a list of records.');
  return value.map(item);
}
