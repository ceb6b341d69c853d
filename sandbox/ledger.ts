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
import { asWritten } from './written.ts';

interface Parts {
  store: RecordStore;
  destinations: Destinations;
  outbox: Outbox;
  quirks: () => Quirks;
  now: () => number;
}

/** Reads and writes records by the product's rules, and queues the webhook deliveries of every change. */
export class Ledger {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The record with this id in the caller's account.
   * @throws ApiError 404 when there is none there, also when another organization has a record with this id
   */
  read(account: Account, name: ResourceName, id: string): Json {
    const record = this.#parts.store.find(bucketOf(account, name), id);
    if (record === undefined)
      throw new ApiError(404, 'not_found', `No ${resources[name].noun} has the id ${id}.`);
    return record;
  }

  /**
   * Creates a record from the body of a POST, and queues the deliveries of its event.
   * @returns the whole record
   * @throws ApiError 422 that lists the invalid fields
   */
  create(account: Account, name: ResourceName, body: unknown): Json {
    return this.add(account, name, validated(resources[name].create, body));
  }

  /**
   * Creates a record from fields that need no check by the schema, and queues the deliveries of its event.
   * @returns the whole record
   * @throws ApiError 422 when a job names a client that does not exist
   */
  add(account: Account, name: ResourceName, fields: Json): Json {
    const record = this.compose(account, name, fields);
    Object.assign(record, resources[name].derive(record, fields, this.#surroundings(account)));
    this.#parts.store.insert(bucketOf(account, name), record);
    const event = eventNames.find((known) => known === `${resources[name].noun}.created`);
    if (event !== undefined) this.#queueDeliveries(account, event, resources[name], record);
    return record;
  }

  /** A new record with all keys, an id, a number and its times. It is not saved. */
  compose(account: Account, name: ResourceName, fields: Json): Json {
    const { blank, numberPrefix } = resources[name];
    const now = this.#time();
    const number =
      numberPrefix === undefined
        ? {}
        : { number: `${numberPrefix}-${this.#parts.store.nextNumber(bucketOf(account, name))}` };
    return { ...blank, id: randomUUID(), ...number, created_at: now, updated_at: now, ...fields };
  }

  /**
   * Changes a record by the body of a PATCH.
   * @returns the whole record after the change
   * @throws ApiError 404 when there is no such record, 422 that lists the invalid fields
   */
  patch(account: Account, name: ResourceName, id: string, body: unknown): Json {
    this.read(account, name, id);
    return this.change(account, name, id, validated(resources[name].patch, body));
  }

  /**
   * Changes a record by fields that need no check by the schema, and queues the deliveries of `event`, if given, and of
   * `lead.status_changed` when a lead's status is another than before.
   * @returns the whole record after the change
   * @throws ApiError 404 when there is no such record, 422 when a job names a client that does not exist
   */
  change(account: Account, name: ResourceName, id: string, change: Json, event?: EventName): Json {
    const before = this.read(account, name, id);
    const record: Json = { ...before, ...change, updated_at: this.#time() };
    Object.assign(record, resources[name].derive(record, change, this.#surroundings(account)));
    this.#parts.store.update(record);
    if (event !== undefined) this.#queueDeliveries(account, event, resources[name], record);
    if (name === 'leads' && record.status !== before.status) {
      this.#queueDeliveries(account, 'lead.status_changed', resources[name], record, {
        previous_status: before.status,
      });
    }
    return record;
  }

  #queueDeliveries(
    account: Account,
    event: EventName,
    { noun }: Resource,
    record: Json,
    more: Json = {},
  ): void {
    // Webhooks are live-only (documented), so a change to a test record is never delivered.
    if (account.mode === 'test') return;
    const quirks = this.#parts.quirks();
    const { idsUnder: _inAnswersOnly, ...inDeliveries } = quirks;
    const full = { ...record, ...more };
    const { id, status, previous_status } = asWritten({ noun }, full, inDeliveries);
    const thin = { [`${noun}_id`]: id, status, ...(previous_status !== undefined && { previous_status }) };
    const whole = asWritten({ noun }, full, quirks);
    const data = quirks.wholeRecordDeliveries === true ? whole : thin;
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
