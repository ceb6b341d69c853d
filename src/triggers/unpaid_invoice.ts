import { newestRecords } from '../api/lists.ts';
import { invoice } from '../records/invoice.ts';
import { afterDays, ageInDays, firedEarlier } from '../builders/after_days.ts';
import { pollingTrigger } from '../builders/polling.ts';

const defaultDays = 14;
const unpaid: unknown[] = ['sent', 'viewed', 'partial', 'overdue'];

/** An invoice that is not paid in full some days after it was created. */
export const unpaidInvoice = pollingTrigger({
  key: 'unpaid_invoice',
  label: 'Unpaid Invoice',
  description: 'Triggers when an invoice is still unpaid some days after it was created.',
  kind: invoice,
  form: afterDays(defaultDays, 'How many days after it was created.'),
  list: (z, { days = defaultDays }) =>
    newestRecords(z, invoice, [{}], ({ created_at }) => firedEarlier(created_at, days)),
  fires: ({ status, created_at }, { days = defaultDays }) =>
    unpaid.includes(status) && ageInDays(created_at) >= days,
});
