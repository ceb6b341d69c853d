/**
 * Splits a person's name at its last space: everything before it is the first name.
 * @returns null for a part there is none of ("Cher" has no last name)
 */
export function splitName(name: string): { first: string | null; last: string | null } {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  return { first: words.join(' ') || null, last: last ?? null };
}

/** Makes two spellings of one name comparable: no case, no white space around or doubled. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
