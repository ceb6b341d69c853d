import { compareOutlines } from './compare_outlines.ts';
import type { Outline } from './outline.ts';
import { isBefore, versionNeeded } from './version_needed.ts';

/**
 * Checks that package.json and the changelog account for all changes since the last release.
 * @param published the outline of the last release; before the first release, that of `outlineFile`
 * @param now the outline of the present app, with the version in package.json
 * @param section the changelog's section of this version; '' when there is none
 * @returns what is missing, in sentences: the version that is needed, or the operations that the changelog does not
 *   name; undefined when nothing is
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
  const changelogText = section.replace(/\s+/g, ' ');
  const unnamed = changed.filter((label) => !label.endsWith(' List') && !changelogText.includes(label));
  return unnamed.length === 0
    ? undefined
    : `CHANGELOG.md says nothing under ${now.version} of: ${unnamed.join(', ')}`;
}
