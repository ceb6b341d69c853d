import { table } from '../table.ts';
import { missed } from './missed.ts';
import { type Goal, type Section } from './section.ts';

/** When, where and by which command the figures were measured. */
export interface Occasion {
  date: string;
  machine: string;
  command: string;
}

/**
 * The text of docs/performance.md: all goals, the reasons for missed and unclear ones, and the results of each part.
 */
export function performanceReport(
  sections: readonly Section[],
  { date, machine, command }: Occasion,
): string {
  const goals = sections.flatMap((section) => section.goals);
  return [
    '# What the app costs',
    `Written by \`${command}\` on ${date}, on ${machine}. Run it again to renew every figure.`,
    '## Goals',
    table(['what', 'goal', 'measured', ''], goals.map(row)),
    ...new Set(
      goals.filter(({ met, unclear }) => !met || unclear === true).flatMap(({ what }) => reasonsFor(what)),
    ),
    ...sections.flatMap(({ title, body }) => [`## ${title}`, ...body]),
  ].join('\n\n');
}

/** The goals of a part as lines of text for a terminal. */
export function goalLines(goals: readonly Goal[]): string {
  return goals.map((goal) => `  ${row(goal).join('  ')}\n`).join('');
}

function row({ what, goal, measured, met, unclear }: Goal): string[] {
  return [what, goal, measured, unclear === true ? 'unclear' : met ? 'met' : 'missed'];
}

function reasonsFor(what: string): string[] {
  return missed.filter(({ concerns }) => concerns.test(what)).map(({ why }) => why);
}
