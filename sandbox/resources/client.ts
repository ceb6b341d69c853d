import { email, notes, oneOf, phone, state, text, zip } from './fields.ts';
import { defineResource } from './resource.ts';

const statuses = ['lead', 'prospect', 'active', 'inactive', 'past'];

export const client = defineResource({
  name: 'clients',
  noun: 'client',
  statuses,
  fields: {
    name: text(),
    email,
    phone,
    address_line1: text(),
    city: text(),
    state,
    zip,
    status: oneOf('status', statuses),
    notes,
  },
  required: ['name'],
  defaults: { status: 'active' },
  sorts: ['name'],
});
