import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signs a delivery as CleanEstimate Pro documents it: HMAC SHA-256 over the raw body, the secret as UTF-8.
 * @returns 64 lowercase hex digits, without a prefix
 * @throws TypeError when there is no secret
 */
export function sign(secret: string, body: string): string {
  if (secret === '') throw new TypeError('A signature needs a secret.');
  return createHmac('sha256', secret).update(body, 'utf8').digest('hex');
}

/**
 * Tells whether a signature is the one that the secret gives for a body, in constant time.
 * @throws TypeError when there is no secret; a signature that does not fit is false
 */
export function verify(secret: string, body: string, signature: string): boolean {
  const expected = Buffer.from(sign(secret, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
