export { findClient } from './find_client.ts';
export { findEstimate } from './find_estimate.ts';
export { findInvoice } from './find_invoice.ts';
export { findJob } from './find_job.ts';
export { findJobsOnDay } from './find_jobs_on_day.ts';
export { findLead } from './find_lead.ts';
