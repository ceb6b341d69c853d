import { date, email, id, money, phone, text, timestamp } from './fields.ts';
import { defineResource } from './resource.ts';

export const invoice = defineResource({
  name: 'invoices',
  noun: 'invoice',
  numberPrefix: 'INV',
  statuses: ['draft', 'sent', 'viewed', 'partial', 'paid', 'overdue', 'void'],
  fields: {},
  required: [],
  defaults: { status: 'sent', total: 0, amount_paid: 0, balance_due: 0 },
  facts: {
    client_id: id,
    job_id: id,
    customer_name: text(),
    customer_email: email,
    customer_phone: phone,
    total: money,
    amount_paid: money,
    balance_due: money,
    due_date: date,
    paid_at: timestamp,
  },
  readOnly: true,
  sorts: ['customer_name', 'total'],
});
