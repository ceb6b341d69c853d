export { findClient } from './find_client.ts';
export { findEstimate } from './find_estimate.ts';
export { findInvoice } from './find_invoice.ts';
export { findJob } from './find_job.ts';
export { findLead } from './find_lead.ts';
