import { describe, expect, test } from '@jest/globals';
import { chart } from '../../../proof/bench/chart.ts';

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
