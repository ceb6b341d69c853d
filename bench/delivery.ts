import { sign } from '../src/webhooks/signature.ts';

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
