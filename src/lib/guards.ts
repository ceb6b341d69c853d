/** True for a plain object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a string with something in it besides white space. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The value when it is a filled string, else undefined. */
export function filled(value: unknown): string | undefined {
  return isFilled(value) ? value : undefined;
}

/**
 * An id as text, without blanks around it: APIs write numbers, too. Undefined when there is none, and for a number so
 * long that JSON lost some of its digits.
 */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return filled(value)?.trim();
}

/** True for nothing, white space, and a list of these. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) ? value.every(isBlank) : typeof value === 'string' && value.trim() === '';
}

/** What an object or a list has of its own under a key; undefined when it has nothing there. */
export function ownMember(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

/** Parses JSON; undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
