import { invoice } from '../records/invoice.ts';
import { minimumTotal } from '../builders/filters.ts';
import { reached } from '../builders/happened.ts';
import { instantTrigger } from '../builders/instant.ts';

/** An invoice that is paid in full. */
export const invoicePaid = instantTrigger({
  key: 'invoice_paid',
  label: 'Invoice Paid',
  description: 'Triggers when an invoice is paid in full.',
  event: 'invoice.paid',
  kind: invoice,
  happened: reached(invoice, 'paid', 'paid_at'),
  filters: [minimumTotal(invoice)],
});
