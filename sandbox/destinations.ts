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

/** Where organizations want their events delivered. */
export class Destinations {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Registers a destination; returns it with its secret. Throws a 422. */
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

  /** The destinations of an organization that want this event, oldest first. */
  subscribed(organization: string, event: EventName): Destination[] {
    return this.#of(organization)
      .filter(({ events }) => events.includes(event))
      .reverse();
  }

  /** The destination with this id. */
  find(id: string): Destination | undefined {
    const row = this.#database.prepare('SELECT * FROM destinations WHERE id = ?').get(id);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  /** Removes an organization's destination. Throws a 404. */
  remove(organization: string, id: string): void {
    const { changes } = this.#database
      .prepare('DELETE FROM destinations WHERE organization = ? AND id = ?')
      .run(organization, id);
    if (changes === 0) throw new ApiError(404, 'not_found', `No webhook destination has the id ${id}.`);
    this.end(id);
  }

  /** Ends a destination together with what was still to be delivered to it. */
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
