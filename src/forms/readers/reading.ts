/**
 * What a reader makes of a cleaned text: a value, nothing (undefined), or a complaint.
 * A complaint ends the sentence that begins with the field's label and the quoted value: "is not a date".
 */
export type Reading<T> = { value: T } | { complaint: string } | undefined;

/** A reading that is a value. */
export function read<T>(value: T): { value: T } {
  return { value };
}

/** A reading that is a complaint. */
export function complain(complaint: string): { complaint: string } {
  return { complaint };
}
