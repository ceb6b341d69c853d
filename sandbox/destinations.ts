import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as zod from 'zod';
import { ApiError, validated } from './api_error.ts';
import { parseJson, type Json } from './json.ts';
import { randomText } from './random_text.ts';
import { oneOf, text } from './resources/fields.ts';
import { eventNames, type EventName } from './vocabulary.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

function isReachable(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
}

const bodySchema = zod.strictObject({
  name: text(),
  url: zod.string().refine(isReachable, 'Must be an https address'),
  events: zod.array(oneOf('event', eventNames)).min(1, 'At least one event is required'),
});

const rowSchema = zod.object({
  id: zod.string(),
  name: zod.string(),
  url: zod.string(),
  events: zod.string().transform((value) => zod.array(zod.string()).parse(parseJson(value))),
  secret: zod.string(),
  created_at: zod.string(),
});
export type Destination = zod.infer<typeof rowSchema>;

/** The webhook destinations of all organizations: each is a URL, the events it subscribes to, and a signing secret. */
export class Destinations {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Registers a destination.
   * @param body the request's body: name, url (https, or http on this machine) and events
   * @param createdAt an ISO 8601 time
   * @returns the destination with its secret, which no later answer contains
   * @throws ApiError 422 that lists the invalid fields
   */
  create(organization: string, body: unknown, createdAt: string): Destination {
    const { name, url, events } = validated(bodySchema, body);
    const id = randomUUID();
    const secret = `whsec_${randomText(32)}`;
    this.#database
      .prepare(
        `INSERT INTO destinations (id, organization, name, url, events, secret, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, organization, name, url, JSON.stringify(events), secret, createdAt);
    return { id, name, url, events, secret, created_at: createdAt };
  }

  /** All destinations of an organization, newest first, without their secrets. */
  list(organization: string): Json[] {
    return this.#of(organization).map(({ id, name, url, events, created_at }) => ({
      id,
      name,
      url,
      events,
      created_at,
    }));
  }

  /** The destinations of an organization that subscribe to this event, oldest first. */
  subscribed(organization: string, event: EventName): Destination[] {
    return this.#of(organization)
      .filter(({ events }) => events.includes(event))
      .reverse();
  }

  /** The destination with this id, with its secret; undefined when there is none. */
  find(id: string): Destination | undefined {
    const row = this.#database.prepare('SELECT * FROM destinations WHERE id = ?').get(id);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  /**
   * Removes a destination and drops its pending deliveries, as `DELETE /webhooks/:id` does.
   * @throws ApiError 404 when the organization has no destination with this id
   */
  remove(organization: string, id: string): void {
    const { changes } = this.#database
      .prepare('DELETE FROM destinations WHERE organization = ? AND id = ?')
      .run(organization, id);
    if (changes === 0) throw new ApiError(404, 'not_found', `No webhook destination has the id ${id}.`);
    this.end(id);
  }

  /** Removes a destination, if it exists, and drops its pending deliveries. */
  end(id: string): void {
    this.#database.prepare('DELETE FROM destinations WHERE id = ?').run(id);
    this.#database.prepare('DELETE FROM deliveries WHERE destination = ?').run(id);
  }

  #of(organization: string): Destination[] {
    return this.#database
      .prepare('SELECT * FROM destinations WHERE organization = ? ORDER BY seq DESC')
      .all(organization)
      .map((row) => rowSchema.parse(row));
  }
}
