const secretForms = [/(ce_(?:live|test)_[A-Za-z0-9]{8}_)[!-~]{3,}?(?=["\\\s]|$)/g, /()whsec_[\w+/=-]+/g];

// What is shorter is no key, and stands in other words.
const shortestKey = 8;

/**
 * JSON for the page, without what nobody should see there: API keys but for their public prefix, and the secrets of
 * webhooks. All that leaves the server passes here.
 * @param key the connection's key, of whatever form
 */
export function maskedJson(value: unknown, key: string): string {
  const text = JSON.stringify(value, (name, part: unknown) =>
    /secret$/i.test(name) && typeof part === 'string' && part !== '' ? '…' : part,
  );
  const without = secretForms.reduce((masked, form) => masked.replaceAll(form, '$1…'), text);
  const written = JSON.stringify(key).slice(1, -1);
  return written.length < shortestKey ? without : without.replaceAll(written, '…');
}
