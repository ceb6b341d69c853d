import { invoice } from '../records/invoice.ts';
import { findAction } from './find.ts';

/** Finds an invoice. */
export const findInvoice = findAction(invoice);
