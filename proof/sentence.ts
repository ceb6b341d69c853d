// Texts that only a developer understands, secrets, and markers of Zapier's own error texts.
const foreign = /undefined|\[object|\bNaN\b|ce_(live|test)_\w|whsec_\w|What happened|\bat .*\.ts:|[{}]/;
const longest = 249;

/**
 * True for an error message that a person can understand: whole sentences, no technical terms, under 250 characters.
 */
export function isSentence(text: string): boolean {
  return text.length <= longest && /^[A-Z].*[.!?…]$/su.test(text) && !foreign.test(text);
}
