import * as zod from 'zod/mini';
import { choice } from '../forms/choice_kinds.ts';
import { amount, day, longText, moment, recordId, state, text, time, zip } from '../forms/kinds.ts';
import { productOrigin } from '../settings.ts';
import { choices, customer, dates, help, identity, notes, number, serviceAddress } from './fields.ts';
import { defineRecord } from './record.ts';
import { serviceChoices } from './services.ts';

// The one status whose spelling is not its label's: documented for finished jobs.
const statuses = [
  ...choices('Scheduled', 'En Route', 'In Progress'),
  { value: 'complete', label: 'Completed', aliases: ['Done', 'Finished'] },
  { value: 'cancelled', label: 'Cancelled', aliases: ['Canceled'] },
];

/** What a person fills in of a job. */
export const jobForm = {
  customer_name: customer.customer_name,
  service_type: choice({
    label: 'Service',
    helpText: 'Pick from the list or type the name that CleanEstimate Pro uses.',
    choices: serviceChoices('_'),
  }),
  scheduled_date: day({
    label: 'Date',
    helpText:
      'Such as 03/20/2026 or March 20, 2026, month first. A time or a range behind it is the start and end. A moment in UTC is moved to your time zone.',
  }),
  scheduled_time_start: time({
    label: 'Start Time',
    helpText:
      "Such as 9am, 9:00 AM, 14:30, a range such as 9-11am, or a calendar's start time on the same day.",
  }),
  scheduled_time_end: time({
    label: 'End Time',
    helpText: 'Later on the same day. Leave it blank when the start is a range such as 9-11am.',
  }),
  service_address: serviceAddress,
  service_city: text({ label: 'Service City' }),
  service_state: state({ label: 'Service State', helpText: help.state }),
  service_zip: zip({ label: 'Service ZIP Code' }, 'service_state'),
  notes,
  access_notes: longText({ label: 'Access Notes', helpText: 'How the crew gets in, such as a gate code.' }),
  special_instructions: longText({ label: 'Special Instructions' }),
};

/** Work that is scheduled or done. */
export const job = defineRecord({
  noun: 'job',
  title: 'Job',
  path: 'jobs',
  statuses,
  schema: zod.object({
    ...identity(statuses),
    number,
    client_id: recordId({
      label: 'Client',
      helpText:
        'With a client, name and address may stay blank: the client has them. Leave blank to find the client by email or phone; one who is not found is created.',
      dynamic: 'client_list.id.label',
      search: 'find_client.id',
    }),
    ...customer,
    ...jobForm,
    total: amount({ label: 'Total' }),
    completed_at: moment({ label: 'Completed At' }),
    ...dates,
  }),
  contactKeys: { name: 'customer_name', email: 'customer_email', phone: 'customer_phone' },
  addressKeys: {
    street: 'service_address',
    city: 'service_city',
    state: 'service_state',
    zip: 'service_zip',
  },
  pageUrl: (id) => `${productOrigin}/admin/jobs/${id}`,
  fixture: {
    id: 'e93b6a17-08f4-4c5d-b2a9-7d4e1c60f382',
    status: 'complete',
    number: 'JOB-1042',
    client_id: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
    customer_name: 'Taylor Morgan',
    customer_email: 'taylor@example.com',
    customer_phone: '+17045550123',
    service_type: 'house_wash',
    scheduled_date: '2026-03-20',
    scheduled_time_start: '09:00:00',
    scheduled_time_end: '11:00:00',
    service_address: '123 Main St',
    service_city: 'Charlotte',
    service_state: 'NC',
    service_zip: '28202',
    notes: 'Call half an hour before arrival.',
    access_notes: 'Side gate, code 4421.',
    special_instructions: 'Park on the street.',
    total: 432.5,
    completed_at: '2026-03-20T15:10:00.000Z',
    created_at: '2026-03-05T16:45:00.000Z',
    updated_at: '2026-03-20T15:10:00.000Z',
  },
});
