import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { listAnswer, oneAnswer, recordAnswer, wrappedList } from './answers.ts';
import { ApiError, type Answer } from './api_error.ts';
import { readContract } from './contract_document.ts';
import type { Destinations } from './destinations.ts';
import { exchange, noted, type ExchangeParts, type Operation } from './exchange.ts';
import { isObject, type Json } from './json.ts';
import type { Ledger } from './ledger.ts';
import { listPage } from './list.ts';
import type { Quirks } from './quirks.ts';
import { resources } from './resources/all.ts';
import { bucketOf, type RecordStore } from './store.ts';
import { resourceNames, type ResourceName } from './vocabulary.ts';

/** Everything the routes of the public API work with. */
export interface ApiParts extends ExchangeParts {
  ledger: Ledger;
  store: RecordStore;
  destinations: Destinations;
}

type Api = Hono<{ Bindings: HttpBindings }>;

/** All routes of the public API. Their paths are relative to /api/v1. */
export function apiRoutes(parts: ApiParts): Api {
  const api: Api = new Hono();
  for (const name of resourceNames) addResource(api, parts, name);
  addWebhooks(api, parts);
  api.get(
    '/openapi.json',
    noted(parts, async () => ({ status: 200, text: await readContract() })),
  );
  api.all('/openapi.json', exchange(parts, {}, wrongMethod));
  api.all('*', exchange(parts, {}, unknownRoute));
  return api;
}

function addResource(api: Api, parts: ApiParts, name: ResourceName): void {
  const { ledger, store, quirks } = parts;
  const resource = resources[name];
  const readAccess = { scope: `${name}:read` };
  const writeAccess = { scope: `${name}:write`, once: true };
  const single = (status: number, record: Json): Answer => recordAnswer(resource, status, record, quirks());
  const given = (body: unknown): unknown => withUuids(body, store);

  api.get(
    `/${name}`,
    exchange(parts, readAccess, ({ account, query }) => {
      const asked = quirkyQuery(name, query, quirks());
      const page = listPage(store, bucketOf(account, name), resource, asked, shownUntil(parts));
      const { repeatedCursor, cursorsOf } = quirks();
      const next = page.meta.next_cursor;
      if (repeatedCursor === true) page.meta = { ...page.meta, next_cursor: 'again', has_more: true };
      if (cursorsOf !== undefined && next !== null)
        page.meta = { ...page.meta, next_cursor: `${cursorsOf}.${next}` };
      return listAnswer(resource, page, quirks());
    }),
  );
  api.get(
    `/${name}/:id`,
    exchange(parts, readAccess, (call) => {
      const { noReadById, strictIds } = quirks();
      if (strictIds === true && !/^[\da-f-]{36}$/.test(call.id))
        throw new ApiError(400, 'invalid_id', 'The id is no UUID.');
      if (noReadById === 404) return unknownRoute(call);
      if (noReadById === 405) return wrongMethod(call);
      return single(200, ledger.read(call.account, name, call.id));
    }),
  );
  if (!resource.readOnly) {
    api.post(
      `/${name}`,
      exchange(parts, writeAccess, ({ account, body }) =>
        single(201, ledger.create(account, name, given(body))),
      ),
    );
    api.patch(
      `/${name}/:id`,
      exchange(parts, writeAccess, ({ account, id, body }) =>
        single(200, ledger.patch(account, name, id, given(body))),
      ),
    );
  }
  api.all(`/${name}`, exchange(parts, {}, wrongMethod));
  api.all(`/${name}/:id`, exchange(parts, {}, wrongMethod));
}

function addWebhooks(api: Api, parts: ApiParts): void {
  const { destinations, quirks, clock } = parts;
  const readAccess = { scope: 'webhooks:read' };
  const writeAccess = { scope: 'webhooks:write' };
  api.get(
    '/webhooks',
    exchange(parts, readAccess, ({ account }) => {
      return wrappedList('webhooks', destinations.list(account.organization), undefined, quirks());
    }),
  );
  api.post(
    '/webhooks',
    exchange(parts, { ...writeAccess, once: true }, ({ account, body }) => {
      const data = destinations.create(account.organization, body, new Date(clock.now()).toISOString());
      return oneAnswer({ noun: 'webhook' }, 201, data, quirks());
    }),
  );
  api.delete(
    '/webhooks/:id',
    exchange(parts, writeAccess, (call) => {
      if (quirks().noWebhookDelete === true) return wrongMethod(call);
      destinations.remove(call.account.organization, call.id);
      return { status: 204, text: '' };
    }),
  );
  api.all('/webhooks', exchange(parts, readAccess, wrongMethod));
  api.all('/webhooks/:id', exchange(parts, readAccess, wrongMethod));
}

/**
 * Applies the quirks of lists to a query. Only leads and invoices have a documented status filter, so only the other
 * lists can ignore or refuse it.
 * @returns the query to use
 * @throws ApiError 400 when the filter, the sort or the cursor is refused
 */
function quirkyQuery(
  name: ResourceName,
  asked: Record<string, string>,
  quirks: Quirks,
): Record<string, string> {
  const query = { ...asked };
  const documented = name === 'leads' || name === 'invoices';
  if (!documented && query.status !== undefined && quirks.refuseUnknownFilters === true) {
    throw new ApiError(400, 'unknown_filter', 'There is no filter by status here.');
  }
  if (!documented && quirks.ignoreStatusFilter === true) delete query.status;
  if (quirks.refuseSort === true && query.sort !== undefined) {
    throw new ApiError(400, 'unknown_sort', `There is no sort by ${query.sort} here.`);
  }
  if (quirks.ignoreSort !== undefined) {
    delete query.sort;
    query.order = quirks.ignoreSort === 'oldest first' ? 'asc' : 'desc';
  }
  if (quirks.repeatedCursor === true) delete query.cursor;
  const { cursorsOf } = quirks;
  if (cursorsOf !== undefined && query.cursor !== undefined) {
    if (!query.cursor.startsWith(`${cursorsOf}.`))
      throw new ApiError(400, 'expired_cursor', 'The cursor has expired.');
    query.cursor = query.cursor.slice(cursorsOf.length + 1);
  }
  const { listCap } = quirks;
  if (listCap !== undefined) query.limit = String(Math.min(Number(query.limit ?? 25), listCap));
  return query;
}

// In a world of numeric ids, a body names records by their numbers.
function withUuids(body: unknown, store: RecordStore): unknown {
  if (!isObject(body)) return body;
  const entries = Object.entries(body).map(([key, value]) => {
    const isNumber = key.endsWith('_id') && /^\d+$/.test(String(value));
    return [key, isNumber ? (store.locate(String(value))?.record.id ?? value) : value];
  });
  return Object.fromEntries(entries);
}

// A list that lags shows only what was created up to this time.
function shownUntil({ quirks, clock }: ApiParts): string | undefined {
  const { listLagMs } = quirks();
  return listLagMs === undefined ? undefined : new Date(clock.now() - listLagMs).toISOString();
}

const unknownRoute: Operation = () => {
  throw new ApiError(404, 'not_found', 'There is nothing at this address.');
};

const wrongMethod: Operation = () => {
  throw new ApiError(405, 'method_not_allowed', 'This address does not take that method.');
};
