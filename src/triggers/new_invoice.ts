import { invoice } from '../records/invoice.ts';
import { equalsStatus } from '../builders/filters.ts';
import { instantTrigger } from '../builders/instant.ts';

/** A new invoice. */
export const newInvoice = instantTrigger({
  key: 'new_invoice',
  label: 'New Invoice',
  description: 'Triggers when a new invoice is created.',
  event: 'invoice.created',
  kind: invoice,
  filters: [equalsStatus(invoice)],
});
