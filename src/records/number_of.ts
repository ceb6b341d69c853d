import type { ApiRecord } from './api_record.ts';
import { textsIn } from './contacts_of.ts';

/** What people call a record by: "JOB-1042"; undefined when it has no number. Some APIs write it as a JSON number. */
export function numberOf(record: ApiRecord): string | undefined {
  const [number] = textsIn(record.number);
  return number?.trim();
}

/** A number so that its spellings are one: "JOB-1001", "job 1001" and "#JOB1001". */
export function comparableNumber(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The digits of a number that was given without its letters: "1001", "#1001", "Job no. 1001".
 * @param noun what is numbered: "job"
 * @returns undefined for a number with letters of its own
 */
export function digitsGiven(text: string, noun: string): string | undefined {
  const plain = comparableNumber(
    text.replace(new RegExp(String.raw`\b(?:${noun}|number|no|nr)\b`, 'gi'), ' '),
  );
  return /^\d+$/.test(plain) ? withoutZeros(plain) : undefined;
}

/** True when these are the digits of the number, or of its last part: 1001 of "INV-2026-1001". */
export function hasDigits(number: string, digits: string): boolean {
  const parts = number.split(/\D+/).filter((part) => part !== '');
  return [parts.join(''), ...parts.slice(-1)].some((part) => withoutZeros(part) === digits);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
