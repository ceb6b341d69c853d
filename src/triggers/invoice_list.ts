import { invoice } from '../records/invoice.ts';
import { dropdown } from '../builders/dropdown.ts';

/** The dropdown of invoices. */
export const invoiceList = dropdown(invoice);
