import { table } from '../table.ts';
import { missed } from './missed.ts';
import { otherApps } from './other_apps.ts';
import { type Goal, type Section } from './section.ts';

/** When, where and by which command the figures were measured. */
export interface Occasion {
  date: string;
  machine: string;
  command: string;
}

/**
 * The text of docs/performance.md: what to know in a few lines, all goals, the reasons for missed ones, the results of
 * each part, and other apps.
 */
export function performanceReport(
  sections: readonly Section[],
  { date, machine, command }: Occasion,
): string {
  const goals = sections.flatMap((section) => section.goals);
  return [
    '# What the app costs',
    [...sections.map(({ inShort }) => `- ${inShort}`), `- ${verdict(goals)}`].join('\n'),
    `Written by \`${command}\` on ${date}, on ${machine}. Run it again to renew every figure.`,
    '## Goals',
    table(['what', 'goal', 'measured', ''], goals.map(row)),
    ...new Set(goals.filter(({ met }) => !met).flatMap(({ what }) => reasonsFor(what))),
    ...sections.flatMap(({ title, body }) => [`## ${title}`, ...body]),
    ...otherApps,
  ].join('\n\n');
}

/** The goals of a part as lines of text for a terminal. */
export function goalLines(goals: readonly Goal[]): string {
  return goals.map((goal) => `  ${row(goal).join('  ')}\n`).join('');
}

function verdict(goals: readonly Goal[]): string {
  const open = goals
    .filter(({ met }) => !met)
    .map(({ what, goal, measured }) => `${what} (${measured}, ${goal})`);
  const met = `**Goals**: ${goals.length - open.length} of ${goals.length} are met.`;
  return open.length === 0 ? met : `${met} Missed: ${open.join('; ')}.`;
}

function row({ what, goal, measured, met }: Goal): string[] {
  return [what, goal, measured, met ? 'met' : 'missed'];
}

function reasonsFor(what: string): string[] {
  return missed.filter(({ concerns }) => concerns.test(what)).map(({ why }) => why);
}
