import * as zod from 'zod/mini';
import { findMatch } from '../api/find_match.ts';
import { unusableInput } from '../errors/form_error.ts';
import type { Phone } from '../forms/readers/phone.ts';
import { client } from '../records/client.ts';
import { customer } from '../records/fields.ts';
import { jobForm } from '../records/job.ts';
import { customerCriteria } from '../records/matching.ts';
import { createRecord, type LookedUp } from '../writes/create_record.ts';
import type { CreateRun } from './create.ts';

// When the API refuses a field of the client, a person knows it by the label in the job's form.
const labels = zod.object({
  name: jobForm.customer_name,
  email: customer.customer_email,
  phone: customer.customer_phone,
  address_line1: jobForm.service_address,
  city: jobForm.service_city,
  state: jobForm.service_state,
  zip: jobForm.service_zip,
});

/** Whom a job is for, as far as its form says. */
export interface JobCustomer {
  customer_name: string;
  email?: string | undefined;
  phone?: Phone | undefined;
  service_address?: string | undefined;
  service_city?: string | undefined;
  service_state?: string | undefined;
  service_zip?: string | undefined;
}

// So long another job of the same customer may have begun to look for the client before it was made.
const rememberedSeconds = 10 * 60;

/**
 * Finds the client of a job by email, else by phone, else creates one. Of two jobs for one new customer at once, both
 * get the client that is made.
 * @returns does that; throws the errors of `findMatch` and `createRecord`
 * @throws Error when neither email nor phone is known
 */
export function clientForJob(whom: JobCustomer, { z, bundle }: CreateRun): () => Promise<LookedUp> {
  const { email, phone } = whom;
  if (email === undefined && phone === undefined) {
    throw unusableInput(
      'Pick a Client, or fill in Customer Email or Customer Phone so that one can be found or created.',
    );
  }
  // The API takes no extension with a phone number, but two extensions of one number are two people.
  const customer = {
    name: whom.customer_name,
    email,
    phone: phone?.number,
    extension: phone?.extension ?? '',
  };
  const values = {
    name: whom.customer_name,
    email,
    phone: phone?.number,
    address_line1: whom.service_address,
    city: whom.service_city,
    state: whom.service_state,
    zip: whom.service_zip,
  };
  const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const written = email === undefined ? { phone } : { email: email.toLowerCase() };
  const write = { action: 'create_job client', written, body, form: labels, rememberedSeconds };
  return async () => {
    const match = await findMatch(z, client, customerCriteria(client, customer));
    if (match !== undefined) return { ids: { client_id: match.record.id } };
    const { id } = await createRecord(z, bundle, client, write);
    return { ids: { client_id: id }, saved: 'client' };
  };
}
