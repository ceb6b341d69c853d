import { invalidField } from '../api_error.ts';
import { workServices } from '../vocabulary.ts';
import { date, email, id, money, notes, oneOf, phone, state, text, time, timestamp, zip } from './fields.ts';
import { defineResource } from './resource.ts';

const prices = [349, 489, 229, 179, 199, 259, 189, 219];
const priceOf = new Map<unknown, number>(workServices.map((slug, index) => [slug, prices[index] ?? 250]));

export const job = defineResource({
  name: 'jobs',
  noun: 'job',
  numberPrefix: 'JOB',
  statuses: ['scheduled', 'en_route', 'in_progress', 'complete', 'cancelled'],
  fields: {
    client_id: id,
    customer_name: text(),
    service_type: oneOf('service', workServices),
    scheduled_date: date,
    scheduled_time_start: time,
    scheduled_time_end: time,
    service_address: text(),
    service_city: text(),
    service_state: state,
    service_zip: zip,
    notes,
    access_notes: notes,
    special_instructions: notes,
  },
  required: ['client_id', 'service_type', 'scheduled_date'],
  defaults: { status: 'scheduled' },
  facts: {
    estimate_id: id,
    customer_email: email,
    customer_phone: phone,
    completed_at: timestamp,
    total: money,
  },
  sorts: ['customer_name', 'scheduled_date', 'total'],
  defaultSort: 'scheduled_date',
  derive: (record, change, { client }) => {
    const priced = change.service_type === undefined ? {} : { total: priceOf.get(change.service_type) };
    if (change.client_id === undefined) return priced;
    const owner = client(change.client_id);
    if (owner === undefined) throw invalidField('client_id', 'No client has this id');
    return {
      ...priced,
      customer_name: change.customer_name ?? owner.name,
      customer_email: owner.email,
      customer_phone: owner.phone,
    };
  },
});
