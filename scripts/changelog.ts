/**
 * Finds the section of a version in a changelog.
 * @param changelog the text of CHANGELOG.md
 * @param version such as 1.2.0
 * @returns the section's text without its heading; undefined when the version has no section
 */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n')[0]?.trim() === version);
  return section?.split('\n').slice(1).join('\n').trim();
}
