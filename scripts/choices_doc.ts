import type { PlainInputField } from 'zapier-platform-core';
import type { Operation } from './definition.ts';

const head = `# The choices of every dropdown

Made from the app's definition by \`npm run docs\`: do not edit. A choice may be typed or mapped as well, by its name or by
what is saved.
`;

/** One dropdown with fixed choices, and where it stands. */
interface Dropdown {
  label: string;
  choices: string[];
  places: string[];
}

/**
 * Writes the document of all dropdowns with fixed choices, each once with the operations that have it.
 * @param operations of the app, those that nobody can pick left out
 * @returns markdown, not formatted yet
 */
export function choicesDoc(operations: readonly Operation[]): string {
  const dropdowns = new Map<string, Dropdown>();
  for (const operation of operations) {
    for (const field of operation.fields.flatMap((one) => [one, ...(one.children ?? [])])) {
      const choices = choicesOf(field);
      if (choices.length === 0) continue;
      const { key, label = key } = field;
      const slot = `${label}: ${choices.join()}`;
      const known = dropdowns.get(slot) ?? { label, choices, places: [] };
      if (!known.places.includes(operation.label)) known.places.push(operation.label);
      dropdowns.set(slot, known);
    }
  }
  const sorted = [...dropdowns.values()].sort((a, b) => a.label.localeCompare(b.label, 'en'));
  const rows = sorted.map(
    ({ label, choices, places }) => `| ${label} | ${places.join(', ')} | ${choices.join(', ')} |`,
  );
  return [head, '| field | in | choices |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function choicesOf({ choices }: PlainInputField): string[] {
  if (choices === undefined) return [];
  if (!Array.isArray(choices)) return Object.values(choices).map(String);
  return choices.map((choice) => {
    if (typeof choice === 'string') return choice;
    const isSaid = choice.label.toLowerCase() === choice.value.toLowerCase();
    return isSaid ? choice.label : `${choice.label} (\`${choice.value}\`)`;
  });
}
