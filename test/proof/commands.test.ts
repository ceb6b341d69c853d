import { afterAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { bench } from '../../proof/bench/bench.ts';
import { troubleNames } from '../../proof/campaign/climate.ts';
import { campaign } from '../../proof/campaign/campaign.ts';
import { hanging } from '../../proof/hanging/hanging.ts';
import { startNode } from '../../proof/run_node.ts';
import { temporaryFolder } from '../../proof/temporary_folder.ts';
import { ended } from '../support/ended.ts';

describe.each([
  [
    'campaign',
    campaign,
    ['--seed', '--runs', '--deliveries', '--writers', '--processes', '--only', '--cache'],
  ],
  ['bench', bench, ['--only', '--quick']],
  ['hanging', hanging, ['--hurried']],
] as const)('npm run %s', (name, command, options) => {
  test('shows its usage with every option when asked for help', async () => {
    const { code, stdout, stderr } = await ended(command, '--help');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
    for (const option of options) expect(stdout).toContain(`\n  ${option} `);
  });

  test('names an option that it does not know', async () => {
    const { code, stdout, stderr } = await ended(command, '--speed', '9');

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--speed'\.\n\nUsage: /);
  });
});

test.each([
  [campaign, ['--runs', 'many'], '--runs takes a whole number from 0 on, not "many".'],
  [campaign, ['--deliveries', ''], '--deliveries takes a whole number from 0 on, not "".'],
  [campaign, ['--seed', '1.5'], '--seed takes a whole number from 0 on, not "1.5".'],
  [campaign, ['--writers', '0'], '--writers takes a whole number from 1 on, not "0".'],
  [campaign, ['--processes', '0'], '--processes takes a whole number from 1 on, not "0".'],
  [campaign, ['--only', 'killed,fire'], `--only takes some of ${troubleNames.join(',')}, not "fire".`],
  [campaign, ['--cache', 'explodes'], '--cache takes works, forgets, fails, not "explodes".'],
  [campaign, ['--cache'], "Option '--cache <value>' argument missing."],
  [campaign, ['--runs', '-1'], "Option '--runs' argument is ambiguous."],
  [bench, ['--only', 'speed'], '--only takes some of instructions,networks,zip,crowd,memory, not "speed".'],
  [bench, ['--quick=yes'], "Option '--quick' does not take an argument."],
  [bench, ['cold'], "Unexpected argument 'cold'."],
] as const)('refuses what cannot be meant: %#', async (command, args, sentence) => {
  const { code, stderr } = await ended(command, ...args);

  expect(code).toBe(2);
  expect(stderr.split('\n').slice(0, 3)).toEqual([sentence, '', expect.stringMatching(/^Usage: /)]);
});

test('a seed, and what a cache allows, are told', async () => {
  const { code, stdout } = await ended(
    campaign,
    ...['--seed', '7', '--cache', 'fails', '--runs', '0', '--deliveries', '0'],
  );

  expect(code).toBe(0);
  expect(stdout).toMatch(/^seed 7, 8 writers, a cache that fails\n[^]*\nEvery promise was kept\.\n$/);
});

test('npm run hanging tells how long each step takes when nothing answers, and how it ends', async () => {
  const { code, stdout } = await ended(hanging, '--hurried');

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /\| Create Lead +\| +\d\.\d \| CleanEstimate Pro could not be reached\. The lead may/,
  );
  expect(stdout).toMatch(/\nThe longest took \d\.\d s\.\n$/);
});

describe('as a process', () => {
  const { path: temporary, remove } = temporaryFolder('commands');
  afterAll(remove);
  const start = (name: string, ...args: string[]) =>
    startNode(['--disable-warning=ExperimentalWarning', `proof/${name}/main.ts`, ...args], {
      env: { ...process.env, TMPDIR: temporary },
    });

  test('the benchmark counts what steps wait for, runs many at once and weighs what stays; a short run writes no document', async () => {
    const before = readFileSync('docs/performance.md', 'utf8');
    const child = start('bench', '--quick', '--only', 'networks,crowd,memory');
    const closed = once(child, 'close');

    const stdout = await text(child.stdout);

    expect(await closed).toEqual([0, null]);
    expect(stdout).toMatch(/\| Create Lead +\| +1 \| +1 \| +2 \| +2 \| 140 \|/);
    expect(stdout).toMatch(/\| Create Job, for a new customer +\| +3 \| +3 \| +4 \| +4 \| 340 \|/);
    expect(stdout).toMatch(/\| +20 \| +0 \| +20 \| +20 \| +20 \| +40 \|/);
    expect(stdout).toMatch(/memory grown from step 20 to 40 {2}≤ 2 MiB {2}-?\d+\.\d MiB {2}(met|missed)\n/);
    expect(stdout).not.toMatch(/of the cache.* missed|requests.* missed|steps at once.* missed/);
    expect(readFileSync('docs/performance.md', 'utf8')).toBe(before);
    expect(readdirSync(temporary)).toEqual([]);
  }, 30_000);

  test('the benchmark, interrupted, leaves nothing behind', async () => {
    const child = start('bench', '--only', 'memory');
    const exited = once(child, 'exit');
    while (readdirSync(temporary).length === 0) await sleep(20);

    child.kill('SIGINT');

    expect(await exited).toEqual([130, null]);
    expect(readdirSync(temporary)).toEqual([]);
  }, 30_000);

  test('the campaign, told to end, does so with the code of the signal', async () => {
    const child = start('campaign', '--runs', '100000');
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');

    child.kill('SIGTERM');

    expect(await exited).toEqual([143, null]);
  }, 30_000);
});
