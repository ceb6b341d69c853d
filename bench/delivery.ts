import { sign } from '../src/signature.ts';

const secret = 'whsec_of_the_benchmark';

/** A genuine delivery of lead.created, as Zapier hands it to a trigger: thin, so that the lead has to be read. */
export function leadDelivery(leadId: string): Record<string, unknown> {
  const content = JSON.stringify({ event: 'lead.created', data: { lead_id: leadId, status: 'new' } });
  const headers = {
    'Http-X-Webhook-Signature': sign(secret, content),
    'Http-X-Webhook-Event': 'lead.created',
  };
  return {
    inputData: {},
    subscribeData: { id: 'destination', secret },
    rawRequest: { method: 'POST', querystring: '', headers, content },
  };
}

/** What a website's form says about a new lead. */
export const leadForm = {
  customer_name: 'Taylor Morgan',
  customer_email: 'taylor@example.com',
  customer_phone: '(704) 555-0123',
  service_address: '123 Main St',
  city: 'Charlotte',
  state: 'North Carolina',
  zip: '28202',
  service_interest: ['House Wash'],
  notes: 'Saturday, please',
};
