import { createHmac } from 'node:crypto';
import { sign } from '../../src/webhooks/signature.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { signatureOf, withSignature } from '../office/deliveries.ts';
import type { GenuineDelivery } from './genuine_deliveries.ts';

/** Makes a delivery that CleanEstimate Pro did not sign. `other` is a genuine one for another destination. */
type Forgery = (caught: GenuineDelivery, other: GenuineDelivery) => RawRequest;

/** Signs what a genuine signature was made for something else, or by somebody else. */
const signedBy =
  (signature: (content: string, other: GenuineDelivery) => string | undefined): Forgery =>
  ({ rawRequest }, other) =>
    withSignature(rawRequest, signature(rawRequest.content, other));

/** Every way we know to send what CleanEstimate Pro did not. */
export const forgeries: Record<string, Forgery> = {
  'no signature': signedBy(() => undefined),
  'an empty signature': signedBy(() => ''),
  'a signature of zeros': signedBy(() => '0'.repeat(64)),
  'a signature that is not hex': signedBy(() => 'ü'.repeat(32)),
  'the signature of another secret': signedBy((content, { subscribeData }) =>
    sign(String(subscribeData.secret), content),
  ),
  'the signature of an empty secret': signedBy((content) =>
    createHmac('sha256', '').update(content).digest('hex'),
  ),
  'the signature of a guessed secret': signedBy((content) => sign('whsec_guess', content)),
  'the signature of another body': signedBy((_content, { rawRequest }) => signatureOf(rawRequest)),
  'half a signature': ({ rawRequest }) => withSignature(rawRequest, signatureOf(rawRequest).slice(0, 32)),
  'a signature twice': ({ rawRequest }) =>
    withSignature(rawRequest, `${signatureOf(rawRequest)}, ${signatureOf(rawRequest)}`),
  'another record under a genuine signature': ({ rawRequest, recordId }, other) => ({
    ...rawRequest,
    content: rawRequest.content.replace(recordId, other.recordId),
  }),
  'a space more under a genuine signature': ({ rawRequest }) => ({
    ...rawRequest,
    content: `${rawRequest.content} `,
  }),
  'half a body': ({ rawRequest }) => ({
    ...rawRequest,
    content: rawRequest.content.slice(0, rawRequest.content.length / 2),
  }),
};
