import * as zod from 'zod';
import { leadServices } from '../vocabulary.ts';
import { email, notes, oneOf, phone, source, state, text, zip } from './fields.ts';
import { defineResource } from './resource.ts';

export const lead = defineResource({
  name: 'leads',
  noun: 'lead',
  statuses: [
    'new',
    'appointment_scheduled',
    'estimate_created',
    'estimate_sent',
    'approved',
    'deposit_collected',
    'converted',
    'lost',
  ],
  fields: {
    customer_name: text(),
    customer_email: email,
    customer_phone: phone,
    service_address: text(),
    city: text(),
    state,
    zip,
    service_interest: zod.array(oneOf('service', leadServices)),
    notes,
    source,
  },
  required: ['customer_name'],
  defaults: { status: 'new', source: 'api', service_interest: [] },
  sorts: ['customer_name'],
  // When the services are emptied with null, the record has an empty list.
  derive: (record) => (record.service_interest === null ? { service_interest: [] } : {}),
});
