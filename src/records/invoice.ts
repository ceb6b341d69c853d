import * as zod from 'zod/mini';
import { amount, moment, recordId, text } from '../forms/kinds.ts';
import { choices, customer, dates, identity, number } from './fields.ts';
import { defineRecord } from './record.ts';

const statuses = [
  ...choices('Draft', 'Sent', 'Viewed'),
  { value: 'partial', label: 'Partial', aliases: ['Partially Paid', 'Part Paid'] },
  ...choices('Paid'),
  { value: 'overdue', label: 'Overdue', aliases: ['Past Due'] },
  { value: 'void', label: 'Void', aliases: ['Voided'] },
];

/** What a customer owes for work. The API only reads invoices. */
export const invoice = defineRecord({
  noun: 'invoice',
  title: 'Invoice',
  path: 'invoices',
  statuses,
  filtersByStatus: true,
  schema: zod.object({
    ...identity(statuses),
    number,
    client_id: recordId({ label: 'Client' }),
    job_id: recordId({ label: 'Job' }),
    ...customer,
    total: amount({ label: 'Total' }),
    amount_paid: amount({ label: 'Amount Paid' }),
    balance_due: amount({ label: 'Balance Due' }),
    due_date: text({ label: 'Due Date' }),
    paid_at: moment({ label: 'Paid At' }),
    ...dates,
  }),
  contactKeys: { name: 'customer_name', email: 'customer_email', phone: 'customer_phone' },
  fixture: {
    id: '71c0a9e5-d4b3-4f28-8e16-3a5b7d92c048',
    status: 'paid',
    number: 'INV-1008',
    client_id: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
    job_id: 'e93b6a17-08f4-4c5d-b2a9-7d4e1c60f382',
    customer_name: 'Taylor Morgan',
    customer_email: 'taylor@example.com',
    customer_phone: '+17045550123',
    total: 432.5,
    amount_paid: 432.5,
    balance_due: 0,
    due_date: '2026-04-03',
    paid_at: '2026-03-22T09:41:00.000Z',
    created_at: '2026-03-20T16:00:00.000Z',
    updated_at: '2026-03-22T09:41:00.000Z',
  },
});
