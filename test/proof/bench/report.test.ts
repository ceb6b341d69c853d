import { describe, expect, test } from '@jest/globals';
import { goalLines, performanceReport } from '../../../proof/bench/performance_report.ts';
import { missed } from '../../../proof/bench/missed.ts';
import { atMost } from '../../../proof/bench/section.ts';

const occasion = { date: '2026-11-23', machine: '2 cores', command: 'npm run bench' };
const section = (measured: number) => ({
  title: 'Cold start',
  goals: [atMost('cold start, wall time × empty app', 1.03, measured)],
  body: ['What was done.'],
});

describe('the report', () => {
  test('says when, where and by what it was made', () => {
    const text = performanceReport([section(1)], occasion);

    for (const part of Object.values(occasion)) expect(text).toContain(part);
    expect(text).toContain('## Cold start\n\nWhat was done.');
  });

  test('holds what was measured against the goal', () => {
    expect(performanceReport([section(1.03)], occasion)).toMatch(/\| ≤ 1.03 \| 1.030 +\| met +\|/);
    expect(goalLines(section(1.031).goals)).toContain('1.031  missed');
  });

  test('given figures that do not decide a goal, calls it unclear', () => {
    const { goals, ...rest } = section(1);
    const text = performanceReport(
      [{ ...rest, goals: goals.map((goal) => ({ ...goal, unclear: true })) }],
      occasion,
    );

    expect(text).toMatch(/\| 1.000 +\| unclear \|/);
  });

  test('explains a goal that is missed, and none that is met', () => {
    const [reason] = missed.filter(({ concerns }) => concerns.test('cold start, wall time × empty app'));

    expect(reason).toBeDefined();
    expect(performanceReport([section(1.2)], occasion)).toContain(reason?.why);
    expect(performanceReport([section(1)], occasion)).not.toContain(reason?.why);
  });
});
