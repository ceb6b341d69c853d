import * as zod from 'zod/mini';
import { email, phone, personName } from '../forms/kinds.ts';
import { productOrigin } from '../settings.ts';
import { addressLine1, choices, dates, help, identity, notes, place } from './fields.ts';
import { defineRecord } from './record.ts';

const statuses = choices('Lead', 'Prospect', 'Active', 'Inactive', 'Past');

/** What a person fills in of a client. */
export const clientForm = {
  name: personName({ label: 'Name', helpText: help.name }),
  email: email({ label: 'Email' }),
  phone: phone({ label: 'Phone', helpText: help.phone }),
  address_line1: addressLine1,
  ...place,
  notes,
};

/** A customer of the company. */
export const client = defineRecord({
  noun: 'client',
  title: 'Client',
  path: 'clients',
  statuses,
  schema: zod.object({
    ...identity(statuses),
    ...clientForm,
    ...dates,
  }),
  contactKeys: { name: 'name', email: 'email', phone: 'phone' },
  addressKeys: { street: 'address_line1', city: 'city', state: 'state', zip: 'zip' },
  pageUrl: (id) => `${productOrigin}/admin/clients/${id}`,
  fixture: {
    id: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
    status: 'active',
    name: 'Taylor Morgan',
    email: 'taylor@example.com',
    phone: '+17045550123',
    address_line1: '123 Main St',
    city: 'Charlotte',
    state: 'NC',
    zip: '28202',
    notes: 'Text before calling.',
    created_at: '2026-03-02T15:20:00.000Z',
    updated_at: '2026-03-02T15:20:00.000Z',
  },
});
