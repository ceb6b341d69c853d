import { outcomeOf, parts, type Difference, type Outcome, type Part } from '../test/tolerance/differences.ts';

/**
 * Writes what comes of every part of the app under each way in which the API may answer, for people who keep the app.
 * @param differences what the tests hold the app to
 * @returns Markdown
 */
export function toleranceDoc(differences: readonly Difference[]): string {
  const notes: string[] = [];
  const mark = (outcome: Outcome): string => {
    if (outcome === 'works') return '✓';
    const note = 'says' in outcome ? `It says: “… ${outcome.says} …”` : `It lacks: ${outcome.lacks}`;
    if (!notes.includes(note)) notes.push(note);
    return `(${notes.indexOf(note) + 1})`;
  };
  const names = Object.keys(parts).filter(isPart);
  const rows = differences.map((difference) => [
    difference.what,
    ...names.map((part) => {
      const others = Object.entries(difference.outcomes ?? {}).filter(([key]) => isOf(part, key));
      return [
        mark(outcomeOf(difference, part, '')),
        ...others.map(([key, outcome]) => `${key}: ${mark(outcome ?? 'works')}`),
      ].join('; ');
    }),
  ]);
  const table = [['When CleanEstimate Pro …', ...names.map((part) => parts[part])], ...rows];
  return [
    '# What other answers than the assumed ones lead to',
    'No public page says how every answer of the API looks. The sandbox can answer in other ways (`sandbox/quirks.ts`), and a test runs every operation under each of them: it works (✓), or it says what is the matter. Nobody is called "not found" who may be there, and no second client is made.',
    table
      .map((cells) => line(cells))
      .toSpliced(1, 0, line(table[0]?.map(() => '---') ?? []))
      .join('\n'),
    notes.map((note, index) => `${index + 1}. ${note}`).join('\n'),
  ].join('\n\n');
}

function isPart(name: string): name is Part {
  return Object.hasOwn(parts, name);
}

// Outcomes of single operations stand with the part that they belong to.
function isOf(part: Part, key: string): boolean {
  if (isPart(key)) return false;
  if (key.startsWith('find_')) return part === 'finding';
  if (key.endsWith('_list')) return part === 'dropdowns';
  return /^(?:create|update|add)_/.test(key) ? part === 'writing' : part === 'polls';
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
