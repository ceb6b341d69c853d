import { sign } from '../src/webhooks/signature.ts';
import type { RawRequest } from '../workbench/hook_server.ts';
import type { Caught } from './caught.ts';

const signatureHeader = 'Http-X-Webhook-Signature';
const idHeader = 'Http-X-Webhook-Id';

/** The signature that a delivery carries. */
export function signatureOf({ headers }: RawRequest): string {
  return headers[signatureHeader] ?? '';
}

/** The delivery with another signature; with none when it is undefined. */
export function withSignature(request: RawRequest, signature: string | undefined): RawRequest {
  const { [signatureHeader]: _own, ...headers } = request.headers;
  return {
    ...request,
    headers: { ...headers, ...(signature !== undefined && { [signatureHeader]: signature }) },
  };
}

/** The delivery under another id, so that it counts as another delivery: the id is not part of what is signed. */
export function renumbered(request: RawRequest, id: string): RawRequest {
  return { ...request, headers: { ...request.headers, [idHeader]: id } };
}

/** A body as CleanEstimate Pro would sign it for the same destination. */
export function signedAnew({ rawRequest, subscribeData }: Caught, content: string): RawRequest {
  return withSignature({ ...rawRequest, content }, sign(String(subscribeData.secret), content));
}
