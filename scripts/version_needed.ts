import { compareOutlines } from './compare_outlines.ts';
import type { Outline } from './outline.ts';

/**
 * The version that the app needs at least, given how it differs from the published one. What breaks Zaps needs the next
 * major: Zapier promotes it under no other. An operation, a field or a further key of a sample needs the next minor.
 * Other words for what is there need the next patch.
 * @param published the outline of the last release
 * @returns such as 1.1.0; the published version when nothing in the outline differs
 */
export function versionNeeded(published: Outline, now: Outline): string {
  const { breaking, changed } = compareOutlines(published, now);
  const [major, minor, patch] = numbersOf(published.version);
  if (breaking.length > 0) return `${major + 1}.0.0`;
  if (changed.length === 0) return published.version;
  return sameButWords(published, now) ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

/** Whether a version comes before another. Both are three numbers with dots, as Zapier has them. */
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
