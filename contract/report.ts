import type { ComparedAssumption } from './compare_assumptions.ts';
import type { Objections } from './compare_requests.ts';

const TITLES = [
  ['lacking', 'The app sends, and the document lacks:'],
  ['neverSent', 'The document requires, and the app never sends:'],
  ['refused', 'The document would refuse:'],
] as const;

/**
 * Writes the report of a comparison.
 * @param name the name of the document that the app was compared with
 * @param objections why this document would not accept the app's requests
 * @param assumptions our assumptions as compared with this document or, when it is our own, how many there are
 * @returns the lines of the report, and the number of points in which the document contradicts the app
 */
export function reportOf(
  name: string,
  objections: Objections,
  assumptions: readonly ComparedAssumption[] | number,
): { lines: string[]; contradictions: number } {
  const compared = typeof assumptions === 'number' ? [] : assumptions;
  const count = (one: string): number => compared.filter(({ agreement }) => agreement === one).length;
  const rows = compared.map(({ agreement, pointer, where }) => {
    return `${agreement.padEnd(14)}${pointer}${agreement === 'contradicted' ? `  (${where})` : ''}`;
  });
  const lists = TITLES.flatMap(([key, title]) =>
    objections[key].length === 0 ? [] : ['', title, ...objections[key].map((line) => `  ${line}`)],
  );
  const summary =
    typeof assumptions === 'number'
      ? `${assumptions} assumptions, none of them compared: for that, name another document by --spec.`
      : `${compared.length} assumptions: ${count('confirmed')} confirmed, ${count('contradicted')} contradicted, ${count('unknown')} unknown.`;
  const contradictions = TITLES.reduce((sum, [key]) => sum + objections[key].length, count('contradicted'));
  const end =
    contradictions === 0
      ? `Nothing in ${name} contradicts the app.`
      : `${name} contradicts the app in ${contradictions} ${contradictions === 1 ? 'point' : 'points'}.`;
  return { lines: [...rows, ...lists, '', `${summary} ${end}`], contradictions };
}
