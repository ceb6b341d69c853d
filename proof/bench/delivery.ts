import { withBody } from '../office/deliveries.ts';

const subscribeData = { id: 'destination', secret: 'whsec_of_the_benchmark' };
const unsigned = {
  ...{ method: 'POST', querystring: '', content: '' },
  headers: { 'Http-X-Webhook-Event': 'lead.created' },
};

/**
 * The bundle of a signed delivery of lead.created. It contains only the lead's id and status, so that the trigger must
 * read the lead.
 */
export function leadDelivery(leadId: string): Record<string, unknown> {
  const content = JSON.stringify({ event: 'lead.created', data: { lead_id: leadId, status: 'new' } });
  const rawRequest = withBody({ rawRequest: unsigned, subscribeData }, content);
  return { inputData: {}, subscribeData, rawRequest };
}
