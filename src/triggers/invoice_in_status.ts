import { invoice } from '../records/invoice.ts';
import { inStatus } from '../builders/in_status.ts';

/** An invoice that is in the chosen status. */
export const invoiceInStatus = inStatus(invoice);
