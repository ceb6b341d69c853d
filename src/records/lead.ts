import * as zod from 'zod/mini';
import { choiceList } from '../forms/choice_kinds.ts';
import { text } from '../forms/kinds.ts';
import { choices, customer, dates, identity, notes, place, serviceAddress } from './fields.ts';
import { defineRecord } from './record.ts';
import { serviceChoices } from './services.ts';

const statuses = choices(
  'New',
  'Appointment Scheduled',
  'Estimate Created',
  'Estimate Sent',
  'Approved',
  'Deposit Collected',
  'Converted',
  'Lost',
);

/** What a person fills in of a lead. */
export const leadForm = {
  ...customer,
  service_address: serviceAddress,
  ...place,
  service_interest: choiceList({
    label: 'Services of Interest',
    helpText:
      'What the customer asked for. Pick from the list, or map a text with commas or lines. A name that is not in the list is passed on as it is.',
    choices: serviceChoices('-'),
  }),
  notes,
  source: text({ label: 'Source', helpText: 'Where the lead comes from, such as Website or Facebook.' }),
};

/** Somebody who asked for work. */
export const lead = defineRecord({
  noun: 'lead',
  title: 'Lead',
  path: 'leads',
  statuses,
  filtersByStatus: true,
  schema: zod.object({
    ...identity(statuses),
    ...leadForm,
    ...dates,
  }),
  contactKeys: { name: 'customer_name', email: 'customer_email', phone: 'customer_phone' },
  addressKeys: { street: 'service_address', city: 'city', state: 'state', zip: 'zip' },
  fixture: {
    id: '4f0c1b8e-52d7-4a39-9c61-0a8d5e7b2f10',
    status: 'new',
    customer_name: 'Taylor Morgan',
    customer_email: 'taylor@example.com',
    customer_phone: '+17045550123',
    service_address: '123 Main St',
    city: 'Charlotte',
    state: 'NC',
    zip: '28202',
    service_interest: ['house-wash'],
    notes: 'Prefers a Saturday appointment.',
    source: 'Website',
    created_at: '2026-03-02T14:05:00.000Z',
    updated_at: '2026-03-02T14:05:00.000Z',
  },
});
