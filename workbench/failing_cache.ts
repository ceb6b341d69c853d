/** A cache of Zapier's that answers no call, to give to `createPlatform`. */
export function failingCache(): Record<string, unknown> {
  const fail = (): never => {
    throw new Error('The cache does not answer.');
  };
  return new Proxy({}, { has: fail, set: fail });
}
