import { isObject } from '../../src/lib/guards.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** An answer of the sandbox, with the parts that tests look at. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
  /** The object in `data`; {} when there is none. */
  data: Record<string, unknown>;
  /** The code of an error; undefined for a success. */
  code: unknown;
}

/** What a request contains besides method and path. */
export interface Ask {
  key?: string;
  /** The Idempotency-Key: a new one when absent, no header when null. */
  idempotencyKey?: string | null;
  body?: unknown;
}

let fresh = 0;

/** Sends a request to the sandbox's API. The key is the live one of `demo` when absent. */
export async function ask(sandbox: Sandbox, method: string, path: string, options: Ask = {}): Promise<Reply> {
  const { key = sandbox.keys.live, idempotencyKey = `fresh-${(fresh += 1)}`, body } = options;
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: parsed,
    data: objectAt(parsed, 'data'),
    code: objectAt(parsed, 'error').code,
  };
}

/** The object under a key of a JSON value; {} when there is none. */
export function objectAt(value: unknown, key: string): Record<string, unknown> {
  if (!isObject(value)) return {};
  const found = value[key];
  return isObject(found) ? found : {};
}

/** The objects in the list under a key of a JSON value; [] when there is none. */
export function listAt(value: unknown, key: string): Record<string, unknown>[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The fields that a 422 names as invalid. */
export function paths(reply: Reply): unknown[] {
  return listAt(objectAt(reply.body, 'error'), 'details').map((detail) => detail.path);
}

/** Creates a client and returns its id. */
export async function newClient(sandbox: Sandbox, key?: string): Promise<string> {
  const body = { name: 'Taylor Morgan', email: 'taylor@example.com', phone: '+17045550123' };
  const reply = await ask(sandbox, 'POST', '/clients', { body, ...(key === undefined ? {} : { key }) });
  return String(reply.data.id);
}

/** The body of a request that creates a job for a client. */
export function jobOf(clientId: string): Record<string, unknown> {
  return { client_id: clientId, service_type: 'house_wash', scheduled_date: '2026-03-20' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
