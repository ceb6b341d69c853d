import { invoice } from '../records/invoice.ts';
import { findAction } from '../builders/find.ts';

/** Finds an invoice. */
export const findInvoice = findAction(invoice);
