import { describe, expect, test } from '@jest/globals';
import { atMost } from '../../proof/bench/section.ts';
import { chart } from '../../proof/bench/chart.ts';
import { goalLines, performanceReport } from '../../proof/bench/performance_report.ts';
import { median, percentile } from '../../proof/bench/statistics.ts';
import { missed } from '../../proof/bench/missed.ts';

describe('statistics', () => {
  test('the median of an even number of values lies between the middle two', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([5, 1, 3])).toBe(3);
    expect(median([7])).toBe(7);
  });

  test('a percentile is one of the values, in whatever order they come', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);

    expect(percentile(values, 0.5)).toBe(51);
    expect(percentile(values, 0.99)).toBe(100);
    expect(percentile(values, 1)).toBe(100);
  });

  test('no values have no percentile', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });
});

const captions = { title: 'Time', x: 'records', y: 'milliseconds' };

describe('the chart', () => {
  const svg = chart(
    [
      { name: 'a search & <more>', points: [10, 100, 1000].map((x) => ({ x, y: x / 10 })) },
      { name: 'a poll', points: [10, 100, 1000].map((x) => ({ x, y: 1 })) },
    ],
    captions,
  );

  test('draws growth by tens as a straight line, and what does not grow as a level one', () => {
    expect(svg).toContain('points="70,360 285,205 500,50"');
    expect(svg).toContain('points="70,360 285,360 500,360"');
  });

  test('names its lines and axes, whatever is in a name', () => {
    expect(svg).toContain('a search &amp; &lt;more>');
    for (const words of Object.values(captions)) expect(svg).toContain(`>${words}</text>`);
  });

  test('is readable on dark pages', () => {
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test('keeps the names of lines apart that end at one place', () => {
    const points = [1, 10].map((x) => ({ x, y: 5 }));
    const same = chart(
      ['first', 'second'].map((name) => ({ name, points })),
      captions,
    );
    const [one = 0, other = 0] = ['first', 'second'].map((name) =>
      Number(new RegExp(`y="([\\d.]+)" >${name}<`).exec(same)?.[1]),
    );

    expect(Math.abs(one - other)).toBeGreaterThanOrEqual(18);
  });
});

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

  test('does not call a goal met or missed that the figures do not decide', () => {
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
