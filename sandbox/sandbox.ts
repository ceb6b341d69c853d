import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { types } from 'node:util';
import { sentenceOf } from '../command_line/command.ts';
import { apiRoutes } from './api.ts';
import { Clock } from './clock.ts';
import { inTransaction, openDatabase } from './database.ts';
import { Destinations } from './destinations.ts';
import { prefix } from './exchange.ts';
import { FaultPlan, type Fault } from './faults.ts';
import { Idempotency } from './idempotency.ts';
import { Journal, type JournalDelivery, type JournalRequest } from './journal.ts';
import { parseObject, type Json } from './json.ts';
import { Keys, type Account, type NewKey } from './keys.ts';
import { Ledger } from './ledger.ts';
import { Outbox } from './outbox.ts';
import { productRoutes } from './product.ts';
import type { Quirks } from './quirks.ts';
import { RateLimit } from './rate_limit.ts';
import { sampleFields } from './seeding.ts';
import { bucketOf, RecordStore } from './store.ts';
import type { ResourceName } from './vocabulary.ts';

export type { Fault } from './faults.ts';
export type { JournalDelivery, JournalRequest } from './journal.ts';
export type { NewKey } from './keys.ts';
export type { Quirks } from './quirks.ts';
export type { ResourceName } from './vocabulary.ts';

/** How a sandbox is to be started; nothing is required. */
export interface SandboxOptions {
  /** The port on 127.0.0.1; a free one when 0 or absent. */
  port?: number;
  /** An SQLite file that keeps all data, pending deliveries included, over a restart. In memory when absent. */
  dataFile?: string;
  /** How long to wait before each retry of a delivery; the documented 10, 60 and 300 seconds when absent. */
  retryDelaysMs?: number[];
  /** The clock, in milliseconds since 1970, for all that depends on time: records, expiry, rate limits, retries. */
  now?: () => number;
  quirks?: Quirks;
  faults?: Fault[];
}

/** A running sandbox: CleanEstimate Pro's API and webhooks, in this process. */
export interface Sandbox {
  /** The base URL of the API. */
  url: string;
  /** The same without /api/v1. */
  origin: string;
  /** A live and a test key of the organization `demo`, each with the scope `*`. */
  keys: { live: string; test: string };
  createKey: (options?: NewKey) => string;
  revokeKey: (key: string) => void;
  setFaults: (faults: Fault[]) => void;
  setQuirks: (quirks: Quirks) => void;
  /**
   * Adds live records to `demo` without delivering any event.
   * @param fields overwrites fields of the record with this index
   * @returns the ids, oldest first
   */
  seed: (resource: ResourceName, count: number, fields?: (index: number) => Json) => string[];
  /** Deletes a live record of `demo`, as a person can in the product. */
  remove: (resource: ResourceName, id: string) => void;
  /** All live records of `demo`, newest first. */
  records: (resource: ResourceName) => Json[];
  /** The live records of `demo` that are for a customer of this name, oldest first. */
  recordsOf: (resource: ResourceName, customerName: string) => Json[];
  journal: () => { requests: JournalRequest[]; deliveries: JournalDelivery[] };
  clearJournal: () => void;
  /** Resolves when no delivery is being sent and none is due within the next second. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
}

const demo: Account = { organization: 'demo', mode: 'live' };
const retryDelays = [10_000, 60_000, 300_000];

/**
 * Starts a sandbox in this process; the caller closes it.
 * @throws Error that names the address when the port is taken, or the data file when it cannot be used
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { dataFile = ':memory:', retryDelaysMs = retryDelays } = options;
  let quirks = options.quirks ?? {};
  const ours = options.now ?? Date.now;
  const clock = new Clock(() => ours() - (quirks.clockBehindMs ?? 0));
  const { now } = clock;
  const database = openDatabase(dataFile);
  const closeDatabase = (): void => {
    process.off('exit', closeDatabase);
    database.close();
  };
  // However this process ends: a file that is not closed leaves its log of changes beside it.
  if (options.dataFile !== undefined) process.once('exit', closeDatabase);
  const stop = new AbortController();
  const store = new RecordStore(database);
  const keys = new Keys(database, now);
  const journal = new Journal();
  const faults = new FaultPlan(options.faults);
  const destinations = new Destinations(database);
  const outbox = new Outbox(database, destinations, journal, retryDelaysMs, now);
  const ledger = new Ledger({ store, destinations, outbox, quirks: () => quirks, now });
  const app = new Hono({ strict: false });
  app.route(
    prefix,
    apiRoutes({
      database,
      keys,
      rateLimit: new RateLimit(now),
      idempotency: new Idempotency(database, now),
      journal,
      faults,
      stop: stop.signal,
      ledger,
      store,
      destinations,
      quirks: () => quirks,
      clock,
    }),
  );
  app.route('/sandbox', productRoutes({ database, store, ledger, journal, faults, now }));
  // The app under test runs in the same process and must find Node's own Request and Response.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    closeDatabase();
    throw error;
  });
  const origin = `http://127.0.0.1:${port}`;
  const demoKeys = keys.demo();
  outbox.wake(0);

  const all = (resource: ResourceName): Json[] => {
    clock.catchUp();
    return store
      .page(bucketOf(demo, resource), {
        sort: 'created_at',
        order: 'desc',
        status: undefined,
        after: undefined,
        limit: -1,
      })
      .map((row) => parseObject(row.body));
  };

  return {
    url: `${origin}${prefix}`,
    origin,
    keys: demoKeys,
    createKey: (given) => keys.create(given),
    revokeKey: (key) => {
      keys.revoke(key);
    },
    setFaults: (given) => {
      faults.replace(given);
    },
    setQuirks: (given) => {
      quirks = given;
    },
    seed: (resource, count, fields = () => ({})) =>
      inTransaction(database, () => {
        const day = new Date(now()).toISOString().slice(0, 10);
        const clientIds =
          resource === 'jobs' || resource === 'invoices' ? all('clients').map(({ id }) => String(id)) : [];
        return Array.from({ length: count }, (_, index) => {
          const sample = sampleFields(resource, index, clientIds, day);
          const record = ledger.compose(demo, resource, { ...sample, ...fields(index) });
          store.insert(bucketOf(demo, resource), record);
          return String(record.id);
        });
      }),
    remove: (resource, id) => {
      store.remove(bucketOf(demo, resource), id);
    },
    records: all,
    recordsOf: (resource, name) => {
      clock.catchUp();
      return store.named(bucketOf(demo, resource), name);
    },
    journal: () => journal.read(),
    clearJournal: () => {
      journal.clear();
    },
    idle: () => outbox.idle(),
    close: async () => {
      stop.abort();
      await outbox.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      closeDatabase();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const address = `127.0.0.1:${port}`;
    const taken = types.isNativeError(cause) && 'code' in cause && cause.code === 'EADDRINUSE';
    throw new Error(
      taken ? `${address} is in use.` : `${address} cannot be listened on: ${sentenceOf(cause)}`,
      {
        cause,
      },
    );
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
