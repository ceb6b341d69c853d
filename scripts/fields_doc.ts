import type { CaseTable, ReadingCase } from '../test/forms/cases/case_table.ts';

/**
 * Writes what each kind of field takes and refuses, for people who build Zaps.
 * @param tables the cases that the tests hold the app to
 * @returns Markdown
 */
export function fieldsDoc(tables: readonly CaseTable[]): string {
  return [
    '# What you may write into a field',
    'Forms, sheets, calendars and booking apps write things their own way. A field reads what is plain, and refuses in words what has two meanings: then nothing is saved, and the error says how to write it. Every line of this page is tried by a test; the examples are in New York, on March 20, 2026.',
    'In a Zap that runs, Create Lead saves the lead although a phone, email, state, ZIP code or service cannot be read: it then stands in Notes. In the test of the editor it is refused, so that you see a wrong mapping.',
    ...tables.flatMap(sectionOf),
  ].join('\n\n');
}

function sectionOf({ title, takes, cases }: CaseTable): string[] {
  const taken = cases.filter(({ refused }) => refused === undefined);
  const refused = cases.filter((one) => one.refused !== undefined);
  return [
    `## ${title}`,
    takes,
    ...(taken.length > 0 ? [rows(['You write', 'CleanEstimate Pro gets', 'Why'], taken.map(takenRow))] : []),
    ...(refused.length > 0 ? [rows(['You write', 'The error says', 'Why'], refused.map(refusedRow))] : []),
  ];
}

function takenRow({ given, becomes, beside, why }: ReadingCase): string[] {
  return [
    shown(given) + besideOf(beside),
    becomes === null ? 'nothing: it counts as blank' : shown(becomes),
    why,
  ];
}

function refusedRow({ given, refused = '', beside, why }: ReadingCase): string[] {
  return [shown(given) + besideOf(beside), `… ${refused} …`, why];
}

function besideOf(beside: Record<string, unknown> = {}): string {
  const given = Object.values(beside).filter((value) => value !== '');
  return given.length === 0 ? '' : ` beside ${given.map(shown).join(', ')}`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // What cannot be seen is named, and line breaks are shown.
  const visible = text
    .replace(/\n/g, ' ⏎ ')
    .replace(/[\p{Cf}\p{Zs}\uFE0F]/gu, (hidden) => (hidden === ' ' ? ' ' : `[U+${hex(hidden)}]`));
  return `\`${visible.replace(/`/g, "'")}\``;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function rows(head: string[], body: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
