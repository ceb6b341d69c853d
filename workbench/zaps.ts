import type { Zap } from './run_steps.ts';

/** Creates a lead from a website's form. The requested date is put into the notes, where `leadToJob` reads it. */
export const formToLead: Zap = {
  name: 'Website form → Create Lead',
  trigger: 'catch_hook',
  steps: [
    {
      name: 'lead',
      does: 'creates.create_lead',
      input: {
        customer_name: '{{trigger.response.answers.name.first}} {{trigger.response.answers.name.last}}',
        customer_email: '{{trigger.response.answers.email}}',
        customer_phone: '{{trigger.response.answers.phone}}',
        service_address: '{{trigger.response.answers.address.street}}',
        city: '{{trigger.response.answers.address.city}}',
        state: '{{trigger.response.answers.address.state}}',
        zip: '{{trigger.response.answers.address.zip}}',
        service_interest: ['{{trigger.response.answers.service}}'],
        notes: '{{trigger.response.answers.wished.date}} {{trigger.response.answers.wished.time}}',
        source: 'Website',
        unique_reference: '{{trigger.response.id}}',
      },
    },
  ],
};

/** Creates a client and a job from a new lead. */
export const leadToJob: Zap = {
  name: 'New Lead → Create Client → Create Job',
  trigger: { key: 'new_lead', input: { source: 'website' } },
  steps: [
    {
      name: 'client',
      does: 'creates.create_client',
      input: {
        name: '{{trigger.customer_name}}',
        email: '{{trigger.customer_email}}',
        phone: '{{trigger.customer_phone}}',
        address_line1: '{{trigger.service_address}}',
        city: '{{trigger.city}}',
        state: '{{trigger.state}}',
        zip: '{{trigger.zip}}',
        unique_reference: '{{trigger.id}}',
      },
    },
    {
      name: 'job',
      does: 'creates.create_job',
      input: {
        client_id: '{{client.id}}',
        customer_name: '{{trigger.customer_name}}',
        service_type: 'House Wash',
        scheduled_date: '{{trigger.notes}}',
        service_address: '{{trigger.service_address}}',
        service_city: '{{trigger.city}}',
        service_state: '{{trigger.state}}',
        service_zip: '{{trigger.zip}}',
        unique_reference: '{{trigger.id}}',
      },
    },
  ],
};

/** The two Zaps of `npm start`: a form sets off the first, and its lead the second. */
export const mainZaps: readonly Zap[] = [formToLead, leadToJob];
