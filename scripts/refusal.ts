import { compareOutlines } from './compare_outlines.ts';
import type { Outline } from './outline.ts';
import { isBefore, versionNeeded } from './version_needed.ts';

/**
 * Says why a changed app must not be taken as it is.
 * @param published the outline of the last release, or the one that was taken last when nothing was released
 * @param section what the changelog says under the app's version
 * @returns a sentence that names the version needed or what the changelog lacks; undefined when all is well
 */
export function refusalOf(published: Outline, now: Outline, section: string): string | undefined {
  const { breaking, changed } = compareOutlines(published, now);
  const needed = versionNeeded(published, now);
  if (isBefore(now.version, needed)) {
    const why =
      breaking.length > 0
        ? `These changes break Zaps that people have:\n- ${breaking.join('\n- ')}\n`
        : `These changed since ${published.version}: ${changed.join(', ')}.\n`;
    return `${why}package.json is at ${now.version} and needs ${needed}, with a section in CHANGELOG.md.`;
  }
  const told = section.replace(/\s+/g, ' ');
  const untold = changed.filter((label) => !label.endsWith(' List') && !told.includes(label));
  return untold.length === 0
    ? undefined
    : `CHANGELOG.md says nothing under ${now.version} of: ${untold.join(', ')}`;
}
