import * as zod from 'zod/mini';
import { choice } from '../forms/choice_kinds.ts';
import {
  amount,
  lineItems,
  moment,
  quantity,
  recordId,
  required,
  text,
  utcMoment,
  yesNo,
} from '../forms/kinds.ts';
import {
  addressLine1,
  choices,
  customer,
  dates,
  identity,
  number,
  place,
  squareFeet,
  storyCount,
} from './fields.ts';
import { defineRecord } from './record.ts';
import { serviceChoices } from './services.ts';

const statuses = [
  ...choices('Draft', 'Sent', 'Viewed'),
  { value: 'approved', label: 'Approved', aliases: ['Accepted'] },
  { value: 'declined', label: 'Declined', aliases: ['Rejected'] },
  ...choices('Expired'),
];

const service = zod.object({
  service_slug: required(
    choice({
      label: 'Service',
      helpText: 'Pick from the list or type the name that CleanEstimate Pro uses.',
      choices: serviceChoices('_'),
    }),
  ),
  sqft: quantity({ label: 'Square Feet', helpText: 'Such as 2,400 or 2400 sq ft.' }, squareFeet),
  stories: quantity({ label: 'Stories' }, storyCount),
  enabled: yesNo({ label: 'Included', helpText: 'Yes unless you say no: the customer sees it as chosen.' }),
});

/** What a person fills in of an estimate, now and later. */
export const estimateForm = {
  ...customer,
  address_line1: addressLine1,
  ...place,
};

/** A price for work, before the customer accepts it. */
export const estimate = defineRecord({
  noun: 'estimate',
  title: 'Estimate',
  path: 'estimates',
  statuses,
  schema: zod.object({
    ...identity(statuses),
    number,
    ...estimateForm,
    services: lineItems(
      { label: 'Services' },
      { key: 'service_slug', choices: serviceChoices('_') },
      service,
    ),
    dirtiness_level: choice({ label: 'Dirtiness', choices: choices('Light', 'Moderate', 'Heavy') }),
    total: amount({ label: 'Total' }),
    assigned_rep_id: recordId({
      label: 'Assigned Sales Rep',
      helpText: 'Map it from another estimate: CleanEstimate Pro has no list of reps to pick from here.',
    }),
    source: text({ label: 'Source' }),
    expires_at: utcMoment({
      label: 'Expires At',
      helpText: 'Such as 04/19/2026 or 04/19/2026 5:00 PM. Without a zone it is your time zone.',
    }),
    sent_at: moment({ label: 'Sent At' }),
    accepted_at: moment({ label: 'Accepted At' }),
    ...dates,
  }),
  contactKeys: { name: 'customer_name', email: 'customer_email', phone: 'customer_phone' },
  addressKeys: { street: 'address_line1', city: 'city', state: 'state', zip: 'zip' },
  fixture: {
    id: '2d8e5f74-6b1a-4c93-a0e7-95f3b8c1d246',
    status: 'approved',
    number: 'EST-1017',
    customer_name: 'Taylor Morgan',
    customer_email: 'taylor@example.com',
    customer_phone: '+17045550123',
    address_line1: '123 Main St',
    city: 'Charlotte',
    state: 'NC',
    zip: '28202',
    services: [{ service_slug: 'house_wash', sqft: 2400, stories: 2, enabled: true }],
    dirtiness_level: 'light',
    total: 432.5,
    assigned_rep_id: null,
    source: 'Website',
    expires_at: '2026-04-19T00:00:00.000Z',
    sent_at: '2026-03-03T13:30:00.000Z',
    accepted_at: '2026-03-04T18:12:00.000Z',
    created_at: '2026-03-03T13:20:00.000Z',
    updated_at: '2026-03-04T18:12:00.000Z',
  },
});
