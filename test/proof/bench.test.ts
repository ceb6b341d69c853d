import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { instructions } from '../../proof/bench/instructions.ts';
import { missed } from '../../proof/bench/missed.ts';
import type { PackagedApp } from '../../proof/bench/packaged_app.ts';
import { goalLines, performanceReport } from '../../proof/bench/performance_report.ts';
import { atMost } from '../../proof/bench/section.ts';
import { temporaryFolder } from '../../proof/temporary_folder.ts';

const occasion = { date: '2026-11-23', machine: '2 cores', command: 'npm run bench' };
const loading = 'loading × empty app';
const section = (measured: number) => ({
  title: 'What every step pays',
  inShort: '**Loading** takes so long.',
  goals: [atMost(loading, 1.03, measured)],
  body: ['What was done.'],
});

describe('the report', () => {
  test('says first what to know, and then when, where and by what it was made', () => {
    const text = performanceReport([section(1)], occasion);
    const firstLines = text.split('\n').slice(0, 10).join('\n');

    expect(firstLines).toContain('- **Loading** takes so long.');
    expect(firstLines).toContain('1 of 1 are met.');
    for (const part of Object.values(occasion)) expect(firstLines).toContain(part);
    expect(text).toContain('## What every step pays\n\nWhat was done.');
  });

  test('holds what was measured against the goal', () => {
    expect(performanceReport([section(1.03)], occasion)).toMatch(/\| ≤ 1.03 \| 1.030 +\| met +\|/);
    expect(goalLines(section(1.031).goals)).toContain('1.031  missed');
  });

  test('names a goal that is missed in its first lines, with the figure', () => {
    const [, , , verdict] = performanceReport([section(1.2)], occasion).split('\n');

    expect(verdict).toBe(`- **Goals**: 0 of 1 are met. Missed: ${loading} (1.200, ≤ 1.03).`);
  });

  test('explains a goal that is missed, and none that is met', () => {
    const [reason] = missed.filter(({ concerns }) => concerns.test(loading));

    expect(reason).toBeDefined();
    expect(performanceReport([section(1.2)], occasion)).toContain(reason?.why);
    expect(performanceReport([section(1)], occasion)).not.toContain(reason?.why);
  });

  test('names other apps, with the date of their figures', () => {
    expect(performanceReport([section(1)], occasion)).toMatch(/2026-11-25[^]*\| Ghost +\| 1\.210 +\| 1\.232/);
  });
});

describe('counting instructions', () => {
  const workshop = temporaryFolder('instructions');
  const { PATH } = process.env;
  const app: PackagedApp = {
    zip: path.join(workshop.path, 'build.zip'),
    zipBytes: 0,
    directory: workshop.path,
    wrapper: path.join(workshop.path, 'zapierwrapper.mjs'),
    temporary: workshop.path,
    files: [],
  };
  beforeAll(() => {
    mkdirSync(app.directory, { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(app.directory, 'node_modules'));
    writeFileSync(app.wrapper, "export const appRaw = { version: '1.0.0', platformVersion: '19.1.0' };");
  });
  afterEach(() => {
    process.env.PATH = PATH;
  });
  afterAll(workshop.remove);

  test('is left out in so many words where there is no valgrind; steps are timed all the same', async () => {
    process.env.PATH = '';
    const { goals, body } = await instructions(app, app, { quick: false, report: () => undefined });

    expect(goals).toEqual([]);
    expect(body[0]).toBe(
      'Instructions were not counted: that needs valgrind (apt-get install valgrind), which cannot be run here.',
    );
    expect(body[1]).toMatch(/a further step takes \d+\.\d ms, and \d+\.\d ms of an empty app/);
  });
});
