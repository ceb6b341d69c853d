export { createClient } from './create_client.ts';
export { createJob } from './create_job.ts';
export { createLead } from './create_lead.ts';
