import * as zod from 'zod/mini';
import { createRecord } from '../api.ts';
import { unusableInput } from '../errors.ts';
import { criteriaFor, findMatch } from '../match.ts';
import { client } from '../records/client.ts';
import type { CreateRun } from './create.ts';

/** Whom a job is for, as far as its form says. */
export interface Customer {
  customer_name: string;
  email?: string | undefined;
  phone?: string | undefined;
  service_address?: string | undefined;
  service_city?: string | undefined;
  service_state?: string | undefined;
  service_zip?: string | undefined;
}

/**
 * Finds the client of a job by email, else by phone, else creates one, once for each Unique Reference.
 * @returns the client's id
 * @throws Error when neither email nor phone is known, and the errors of `findMatch` and `createRecord`
 */
export async function clientFor(
  customer: Customer,
  { z, bundle, uniqueReference }: CreateRun,
): Promise<unknown> {
  const { email, phone } = customer;
  if (email === undefined && phone === undefined) {
    throw unusableInput(
      'Pick a Client, or fill in Customer Email or Customer Phone so that one can be found or created.',
    );
  }
  const match = await findMatch(z, client, criteriaFor(client, { email, phone }));
  if (match !== undefined) return match.record.id;
  const values = {
    name: customer.customer_name,
    email,
    phone,
    address_line1: customer.service_address,
    city: customer.service_city,
    state: customer.service_state,
    zip: customer.service_zip,
  };
  const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const write = { action: 'create_job client', body, uniqueReference, form: zod.object(client.schema.shape) };
  return (await createRecord(z, bundle, client, write)).id;
}
