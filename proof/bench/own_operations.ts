import type { HttpRequestOptions } from 'zapier-platform-core';
import { leadForm } from '../office/forms.ts';
import { leadDelivery } from './delivery.ts';
import type { SeededSandbox } from './sandbox_process.ts';

/** An operation to measure, and the one request that it makes. */
export interface OwnOperation {
  name: string;
  /** Its place in the app's definition. */
  path: [kind: 'creates' | 'triggers' | 'searches', key: string];
  bundle: Record<string, unknown>;
  /** The same request, to be made without the app's code. */
  bare: { method: 'GET' | 'POST'; url: string; body?: string };
  /** True when the operation returns a list. */
  many: boolean;
}

/** Options of `z.request` for a bare request. `merge: false` avoids work of the platform that the app avoids, too. */
interface BareRequest extends HttpRequestOptions {
  url: string;
  merge: false;
}

/** The operations whose own code is measured, for a sandbox with leads in it. */
export function ownOperations({ url, newestId, oldest }: SeededSandbox): OwnOperation[] {
  const body = {
    ...leadForm,
    customer_phone: '+17045550123',
    state: 'NC',
    service_interest: ['house-wash'],
  };
  return [
    {
      name: 'New Lead, a delivery',
      path: ['triggers', 'new_lead'],
      bundle: leadDelivery(newestId),
      bare: { method: 'GET', url: `${url}/leads/${newestId}` },
      many: true,
    },
    {
      name: 'Lead in Status, 100 records',
      path: ['triggers', 'lead_in_status'],
      bundle: { inputData: { status: 'new' } },
      bare: { method: 'GET', url: `${url}/leads?limit=100&sort=updated_at&status=new` },
      many: true,
    },
    {
      name: 'Find Lead by phone, last of 100',
      path: ['searches', 'find_lead'],
      bundle: { inputData: { customer_phone: oldest.customer_phone } },
      bare: { method: 'GET', url: `${url}/leads?limit=100` },
      many: true,
    },
    // Must be last: the leads that it creates would change the first page, which the others read.
    {
      name: 'Create Lead',
      path: ['creates', 'create_lead'],
      bundle: { inputData: leadForm },
      bare: { method: 'POST', url: `${url}/leads`, body: JSON.stringify(body) },
      many: false,
    },
  ];
}

/** The options with which `z.request` makes an operation's request without the app's middleware. */
export function bareRequest({ bare }: OwnOperation, key: string, idempotencyKey: string): BareRequest {
  const { method, url, body } = bare;
  const merge = false;
  const headers = { accept: 'application/json', Authorization: `Bearer ${key}` };
  if (body === undefined) return { method, url, headers, merge };
  const more = { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey };
  return { method, url, body, merge, headers: { ...headers, ...more } };
}
