/** Zapier's cache during an outage, as an argument for `createPlatform`: every read and write of it throws. */
export function failingCache(): Record<string, unknown> {
  const fail = (): never => {
    throw new Error('The cache does not answer.');
  };
  return new Proxy({}, { has: fail, set: fail });
}
