import { withBody } from '../office/deliveries.ts';

const subscribeData = { id: 'destination', secret: 'whsec_of_the_benchmark' };
const unsigned = {
  ...{ method: 'POST', querystring: '', content: '' },
  headers: { 'Http-X-Webhook-Event': 'lead.created' },
};

/** A genuine delivery of lead.created, as Zapier hands it to a trigger: thin, so that the lead has to be read. */
export function leadDelivery(leadId: string): Record<string, unknown> {
  const content = JSON.stringify({ event: 'lead.created', data: { lead_id: leadId, status: 'new' } });
  const rawRequest = withBody({ rawRequest: unsigned, subscribeData }, content);
  return { inputData: {}, subscribeData, rawRequest };
}
