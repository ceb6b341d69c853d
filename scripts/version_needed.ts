import { compareOutlines } from './compare_outlines.ts';
import type { Outline } from './outline.ts';

/**
 * The lowest version that the app may have, given its differences from the published one. A change that breaks Zaps
 * needs the next major version, since Zapier promotes it under no other. A new operation, a new field or a new key in
 * a sample needs the next minor version. A change of labels alone needs the next patch version.
 * @param published the outline of the last release
 * @returns such as 1.1.0; the published version when the outlines are equal
 */
export function versionNeeded(published: Outline, now: Outline): string {
  const { breaking, changed } = compareOutlines(published, now);
  const [major, minor, patch] = numbersOf(published.version);
  if (breaking.length > 0) return `${major + 1}.0.0`;
  if (changed.length === 0) return published.version;
  return sameButWords(published, now) ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

/** Whether a version is lower than another. Both must be three numbers with dots, such as 1.10.0. */
export function isBefore(version: string, other: string): boolean {
  const [parts, others] = [numbersOf(version), numbersOf(other)];
  const at = parts.findIndex((part, index) => part !== others[index]);
  return at !== -1 && (parts[at] ?? 0) < (others[at] ?? 0);
}

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

function sameButWords(before: Outline, now: Outline): boolean {
  return withoutWords(before) === withoutWords(now);
}

function withoutWords({ operations }: Outline): string {
  return JSON.stringify(operations, (key, value: unknown) =>
    key === 'label' && typeof value === 'string' ? undefined : value,
  );
}
