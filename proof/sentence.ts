// What only a developer would know, and what Zapier cuts off.
const foreign = /undefined|\[object|\bNaN\b|ce_(live|test)_\w|whsec_\w|What happened|\bat .*\.ts:|[{}]/;
const longest = 249;

/** True for an error text that a person can read: one or more whole sentences, short enough to be shown. */
export function isSentence(text: string): boolean {
  return text.length <= longest && /^[A-Z].*[.!?…]$/su.test(text) && !foreign.test(text);
}
