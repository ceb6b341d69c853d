import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { ApiError, type Answer } from './api_error.ts';
import { readContract } from './contract_document.ts';
import type { Destinations } from './destinations.ts';
import { exchange, noted, type ExchangeParts, type Operation } from './exchange.ts';
import type { Json } from './json.ts';
import type { Ledger } from './ledger.ts';
import { listPage } from './list.ts';
import { asListed } from './listed.ts';
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
  const single = (status: number, record: Json): Answer => ({
    status,
    text: JSON.stringify(quirks().bareAnswers === true ? record : { data: record }),
  });

  api.get(
    `/${name}`,
    exchange(parts, readAccess, ({ account, query }) => {
      const { records, meta } = listPage(
        store,
        bucketOf(account, name),
        resource,
        quirkyQuery(name, query, quirks()),
        shownUntil(parts),
      );
      const data = `[${records.map((record) => asListed(record, quirks())).join(',')}]`;
      const text = quirks().bareAnswers === true ? data : `{"data":${data},"meta":${JSON.stringify(meta)}}`;
      return { status: 200, text };
    }),
  );
  api.get(
    `/${name}/:id`,
    exchange(parts, readAccess, (call) => {
      const { noReadById } = quirks();
      if (noReadById === 404) return unknownRoute(call);
      if (noReadById === 405) return wrongMethod(call);
      return single(200, ledger.read(call.account, name, call.id));
    }),
  );
  if (!resource.readOnly) {
    api.post(
      `/${name}`,
      exchange(parts, writeAccess, ({ account, body }) => single(201, ledger.create(account, name, body))),
    );
    api.patch(
      `/${name}/:id`,
      exchange(parts, writeAccess, ({ account, id, body }) =>
        single(200, ledger.patch(account, name, id, body)),
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
      const data = destinations.list(account.organization);
      return { status: 200, text: JSON.stringify(quirks().bareAnswers === true ? data : { data }) };
    }),
  );
  api.post(
    '/webhooks',
    exchange(parts, { ...writeAccess, once: true }, ({ account, body }) => {
      const data = destinations.create(account.organization, body, new Date(clock.now()).toISOString());
      return { status: 201, text: JSON.stringify(quirks().bareAnswers === true ? data : { data }) };
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
 * Applies the quirks of the status filter to a query. Only leads and invoices have a documented status filter, so only
 * the other lists can ignore or refuse it.
 * @returns the query to use: without `status` when the filter is ignored
 * @throws ApiError 400 when the filter is refused
 */
function quirkyQuery(
  name: ResourceName,
  query: Record<string, string>,
  quirks: Quirks,
): Record<string, string> {
  const documented = name === 'leads' || name === 'invoices';
  if (documented || query.status === undefined) return query;
  if (quirks.refuseUnknownFilters === true) {
    throw new ApiError(400, 'unknown_filter', 'There is no filter by status here.');
  }
  if (quirks.ignoreStatusFilter !== true) return query;
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== 'status'));
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
