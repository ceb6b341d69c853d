import type { Comparison } from './compare.ts';

const TITLES = {
  lacking: 'The app sends, and the document lacks:',
  neverSent: 'The document requires, and the app never sends:',
  refused: 'The document would refuse:',
} as const;

/** Takes a comparison and the name of the other document; returns the table of it, line by line, and a summary. */
export function reportOf({ findings, objections, contradictions }: Comparison, other: string): string[] {
  const rows = findings.map(({ verdict, what, where }) => {
    const place = verdict === 'contradicted' && where !== what ? `  (${where})` : '';
    return `${verdict.padEnd(14)}${what}${place}`;
  });
  const lists = (['lacking', 'neverSent', 'refused'] as const).flatMap((key) =>
    objections[key].length === 0 ? [] : ['', TITLES[key], ...objections[key].map((line) => `  ${line}`)],
  );
  const count = (verdict: string): number => findings.filter((one) => one.verdict === verdict).length;
  const summary = `${findings.length} assumptions: ${count('confirmed')} confirmed, ${count('contradicted')} contradicted, ${count('unknown')} unknown.`;
  const end =
    contradictions === 0
      ? `Nothing in ${other} contradicts the app.`
      : `${other} contradicts the app in ${contradictions} ${contradictions === 1 ? 'point' : 'points'}.`;
  return [...rows, ...lists, '', `${summary} ${end}`];
}
