import { Hono } from 'hono';
import type { DatabaseSync } from 'node:sqlite';
import * as zod from 'zod';
import { ApiError, errorAnswer, validated } from './api_error.ts';
import { inTransaction } from './database.ts';
import { faultSchema, type FaultPlan } from './faults.ts';
import type { Journal } from './journal.ts';
import { readLoosely, type Json } from './json.ts';
import type { Account } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { resources } from './resources/all.ts';
import { date, money, oneOf } from './resources/fields.ts';
import type { RecordStore } from './store.ts';
import { resourceNames, type ResourceName } from './vocabulary.ts';

/** What the routes below /sandbox work with. */
export interface ProductParts {
  database: DatabaseSync;
  store: RecordStore;
  ledger: Ledger;
  journal: Journal;
  faults: FaultPlan;
  now: () => number;
}

/** The record that an action changes, and the account that it belongs to. */
interface Subject {
  account: Account;
  id: string;
  record: Json;
}

type Action = (subject: Subject, body: unknown) => Json;

const dayMs = 86_400_000;
const paymentTermDays = 14;
const statusBody = zod.strictObject({ status: oneOf('status', resources.leads.statuses) });
const moveBody = zod.strictObject({ scheduled_date: date });
const invoiceBody = zod.strictObject({ total: money.optional() });
const backdateBody = zod.strictObject({ days: zod.number() });

/**
 * The routes below /sandbox, which the real product does not have and which need no key: what people do in the
 * product itself (accept an estimate, complete a job, pay an invoice), and what tests need (the journal, faults,
 * older records).
 */
export function productRoutes(parts: ProductParts): Hono {
  const { ledger, journal, faults, now } = parts;
  const product = new Hono();
  const offered: string[] = ['GET /sandbox/journal', 'POST /sandbox/faults'];
  const time = (days = 0): string => new Date(now() + days * dayMs).toISOString();

  const act = (name: ResourceName, verb: string, action: Action): void => {
    const path = `/${name}/:id/${verb}`;
    offered.push(`POST /sandbox${path}`);
    product.post(path, async (c) => {
      const body = readLoosely(await c.req.text()) ?? {};
      const subject = subjectOf(parts.store, name, c.req.param('id') ?? '');
      return c.json({ data: inTransaction(parts.database, () => action(subject, body)) });
    });
  };

  act('leads', 'status', ({ account, id }, body) =>
    ledger.change(account, 'leads', id, validated(statusBody, body)),
  );
  act('estimates', 'send', ({ account, id }) => ledger.change(account, 'estimates', id, { status: 'sent' }));
  act('estimates', 'view', ({ account, id }) =>
    ledger.change(account, 'estimates', id, { status: 'viewed' }),
  );
  act('estimates', 'accept', ({ account, id }) =>
    ledger.change(account, 'estimates', id, { status: 'approved', accepted_at: time() }, 'estimate.accepted'),
  );
  act('jobs', 'complete', ({ account, id }) =>
    ledger.change(account, 'jobs', id, { status: 'complete', completed_at: time() }, 'job.completed'),
  );
  act('jobs', 'move', ({ account, id }, body) =>
    ledger.change(account, 'jobs', id, validated(moveBody, body)),
  );
  act('jobs', 'invoice', ({ account, id, record }, body) => {
    const { total = record.total ?? 0 } = validated(invoiceBody, body);
    const { client_id, customer_name, customer_email, customer_phone } = record;
    return ledger.add(account, 'invoices', {
      client_id,
      job_id: id,
      customer_name,
      customer_email,
      customer_phone,
      total,
      balance_due: total,
      due_date: time(paymentTermDays).slice(0, 10),
    });
  });
  act('invoices', 'pay', ({ account, id, record }) =>
    ledger.change(
      account,
      'invoices',
      id,
      { status: 'paid', paid_at: time(), amount_paid: record.total, balance_due: 0 },
      'invoice.paid',
    ),
  );
  for (const name of resourceNames) {
    act(name, 'backdate', ({ record }, body) => {
      const { days } = validated(backdateBody, body);
      const earlier = { ...record, ...movedBack(record, days) };
      parts.store.update(earlier);
      return earlier;
    });
  }

  product.get('/journal', (c) => c.json(journal.read()));
  product.post('/faults', async (c) => {
    const plan = validated(zod.array(faultSchema), readLoosely(await c.req.text()));
    faults.replace(plan);
    return c.json({ data: plan });
  });
  product.get('/', (c) => c.json({ data: offered }));
  product.all('*', () => {
    throw new ApiError(
      404,
      'not_found',
      'There is nothing at this address. GET /sandbox/ lists what there is.',
    );
  });
  product.onError((error) => {
    const { status, text } = errorAnswer(error);
    const headers = new Headers({ 'Content-Type': 'application/json' });
    return new Response(text, { status, headers });
  });
  return product;
}

function subjectOf(store: RecordStore, name: ResourceName, id: string): Subject {
  const found = store.locate(id);
  const [resource, mode, organization] = found?.bucket.split('/') ?? [];
  if (found === undefined || resource !== name || organization === undefined) {
    throw new ApiError(404, 'not_found', `No ${resources[name].noun} has the id ${id}.`);
  }
  return {
    account: { organization, mode: mode === 'test' ? 'test' : 'live' },
    id: String(found.record.id),
    record: found.record,
  };
}

function movedBack(record: Json, days: number): Json {
  const moved = ['created_at', 'updated_at', 'sent_at'].flatMap((key) => {
    const value = record[key];
    return typeof value === 'string' ? [[key, new Date(Date.parse(value) - days * dayMs).toISOString()]] : [];
  });
  const { due_date } = record;
  const day = typeof due_date === 'string' ? Date.parse(due_date) - days * dayMs : undefined;
  const due = day === undefined ? {} : { due_date: new Date(day).toISOString().slice(0, 10) };
  return zod.record(zod.string(), zod.string()).parse({ ...Object.fromEntries(moved), ...due });
}
