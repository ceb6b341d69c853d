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
    ...table(['You write', 'CleanEstimate Pro gets', 'Why'], taken, ({ becomes }) =>
      becomes === null ? 'nothing: it counts as blank' : shown(becomes),
    ),
    ...table(['You write', 'The error says', 'Why'], refused, ({ refused: said = '' }) => `… ${said} …`),
  ];
}

// What comes to the same for the same reason shares a row.
function table(head: string[], cases: ReadingCase[], outcome: (one: ReadingCase) => string): string[] {
  if (cases.length === 0) return [];
  const groups = Object.values(Object.groupBy(cases, (one) => `${outcome(one)} ${one.why}`));
  const body = groups.flatMap((group = []) => {
    const [first] = group;
    const given = new Set(group.map((one) => shown(one.given) + besideOf(one.beside)));
    return first === undefined ? [] : [[[...given].join(', '), outcome(first), first.why]];
  });
  return [rows(head, body)];
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
