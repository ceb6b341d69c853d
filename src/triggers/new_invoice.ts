import { invoice } from '../records/invoice.ts';
import { equalsStatus } from './filters.ts';
import { instantTrigger } from './instant.ts';

/** A new invoice. */
export const newInvoice = instantTrigger({
  key: 'new_invoice',
  label: 'New Invoice',
  description: 'Triggers when a new invoice is created.',
  event: 'invoice.created',
  record: invoice,
  filters: [equalsStatus(invoice)],
});
