import { randomUUID } from 'node:crypto';
import { ApiError, validated } from './api_error.ts';
import type { Destinations } from './destinations.ts';
import type { Json } from './json.ts';
import type { Account } from './keys.ts';
import type { Outbox } from './outbox.ts';
import type { Quirks } from './quirks.ts';
import { resources } from './resources/all.ts';
import type { Resource, Surroundings } from './resources/resource.ts';
import { bucketOf, type RecordStore } from './store.ts';
import { eventNames, type EventName, type ResourceName } from './vocabulary.ts';

interface Parts {
  store: RecordStore;
  destinations: Destinations;
  outbox: Outbox;
  quirks: () => Quirks;
  now: () => number;
}

/** The records as the product keeps them: every change follows its rules and tells its event. */
export class Ledger {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The record with this id in the caller's account. Throws a 404, also for somebody else's. */
  read(account: Account, name: ResourceName, id: string): Json {
    const record = this.#parts.store.find(bucketOf(account, name), id);
    if (record === undefined)
      throw new ApiError(404, 'not_found', `No ${resources[name].noun} has the id ${id}.`);
    return record;
  }

  /** The record that a body describes, written and told. Throws a 422. */
  create(account: Account, name: ResourceName, body: unknown): Json {
    return this.add(account, name, validated(resources[name].create, body));
  }

  /** A record of these fields, written and told as created. Throws an ApiError where they make no sense together. */
  add(account: Account, name: ResourceName, fields: Json): Json {
    const record = this.compose(account, name, fields);
    Object.assign(record, resources[name].derive(record, fields, this.#surroundings(account)));
    this.#parts.store.insert(bucketOf(account, name), record);
    const event = eventNames.find((known) => known === `${resources[name].noun}.created`);
    if (event !== undefined) this.#tell(account, event, resources[name], record);
    return record;
  }

  /** A new record with every key, not written yet. */
  compose(account: Account, name: ResourceName, fields: Json): Json {
    const { blank, numberPrefix } = resources[name];
    const now = this.#time();
    const number =
      numberPrefix === undefined
        ? {}
        : { number: `${numberPrefix}-${this.#parts.store.nextNumber(bucketOf(account, name))}` };
    return { ...blank, id: randomUUID(), ...number, created_at: now, updated_at: now, ...fields };
  }

  /** The record after the change a body describes. Throws a 404 or 422. */
  patch(account: Account, name: ResourceName, id: string, body: unknown): Json {
    this.read(account, name, id);
    return this.change(account, name, id, validated(resources[name].patch, body));
  }

  /** The record after this change, written and, where an event tells of it, told. Throws a 404 or 422. */
  change(account: Account, name: ResourceName, id: string, change: Json, event?: EventName): Json {
    const before = this.read(account, name, id);
    const record: Json = { ...before, ...change, updated_at: this.#time() };
    Object.assign(record, resources[name].derive(record, change, this.#surroundings(account)));
    this.#parts.store.update(record);
    if (event !== undefined) this.#tell(account, event, resources[name], record);
    if (name === 'leads' && record.status !== before.status) {
      this.#tell(account, 'lead.status_changed', resources[name], record, { previous_status: before.status });
    }
    return record;
  }

  #tell(account: Account, event: EventName, { noun }: Resource, record: Json, more: Json = {}): void {
    // Webhooks are live-only: nothing that happens to a test record leaves the product.
    if (account.mode === 'test') return;
    const thin = { [`${noun}_id`]: record.id, status: record.status };
    const data = { ...(this.#parts.quirks().wholeRecordDeliveries === true ? record : thin), ...more };
    const timestamp = this.#time();
    const body = JSON.stringify({ event, timestamp, data });
    for (const { id } of this.#parts.destinations.subscribed(account.organization, event)) {
      this.#parts.outbox.add(id, { event, timestamp, body });
    }
  }

  #surroundings(account: Account): Surroundings {
    const clients = bucketOf(account, 'clients');
    return {
      now: this.#time(),
      client: (id) => (typeof id === 'string' ? this.#parts.store.find(clients, id) : undefined),
    };
  }

  #time(): string {
    return new Date(this.#parts.now()).toISOString();
  }
}
