/**
 * Takes one version's section out of a changelog.
 * @returns its lines without the heading; undefined when the version has no section
 */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n')[0]?.trim() === version);
  return section?.split('\n').slice(1).join('\n').trim();
}
