import { createHmac, timingSafeEqual } from 'node:crypto';

// However a header writes its signatures: in capitals, behind "sha256=" or "v1=", several with commas or blanks. What is
// taken out of it still has to be the right one.
const digests = /(?<![\da-z])[\da-f]{64}(?![\da-z])/gi;

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
 * Tells whether one of several signatures is the one that the secret gives for a body. Each is compared in constant time.
 * @param headers the values of the signature's headers
 * @throws TypeError when there is no secret; signatures that do not fit are false
 */
export function verify(secret: string, body: string, headers: readonly string[]): boolean {
  const expected = Buffer.from(sign(secret, body));
  const given = headers.flatMap((header) => header.match(digests) ?? []);
  return given.map((digest) => timingSafeEqual(Buffer.from(digest.toLowerCase()), expected)).includes(true);
}
