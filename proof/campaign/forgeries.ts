import { createHmac } from 'node:crypto';
import { sign } from '../../src/webhooks/signature.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { signatureOf, withSignature } from '../office/deliveries.ts';
import type { GenuineDelivery } from './genuine_deliveries.ts';

/**
 * Forges a delivery from a genuine one. `other` is a genuine delivery to another destination, for its secret, signature
 * or record.
 */
type Forgery = (caught: GenuineDelivery, other: GenuineDelivery) => RawRequest;

/** Makes a forgery that has a genuine body, but another signature; no signature when it is undefined. */
const signedBy =
  (signature: (content: string, other: GenuineDelivery) => string | undefined): Forgery =>
  ({ rawRequest }, other) =>
    withSignature(rawRequest, signature(rawRequest.content, other));

/** Every forgery that we know of, by what is wrong with it. All of them must be refused. */
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
  'two wrong signatures': ({ rawRequest }) =>
    withSignature(rawRequest, `sha256=${'0'.repeat(64)}, ${sign('whsec_guess', rawRequest.content)}`),
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
