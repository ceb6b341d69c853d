import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { pollCosts } from '../../proof/polls/poll_costs.ts';
import { pollsCommand, pollTable } from '../../proof/polls/polls.ts';
import { ended } from '../support/ended.ts';
import { withoutMemoryLimit } from '../support/memory.ts';

withoutMemoryLimit();

test('the requests of polls in an account of 100 are those in docs/polling.md', async () => {
  const document = readFileSync('docs/polling.md', 'utf8');
  const counted = pollTable(await pollCosts(100));

  const rowsOf = (text: string): string[] =>
    text.split('\n').map((line) => line.split(' | ').slice(0, 2).join(' | '));
  const documented = rowsOf(document).map((row) => row.trim());
  expect(
    rowsOf(counted)
      .slice(2)
      .filter((row) => !documented.includes(row.replace(/ \|$/, '').trim())),
  ).toEqual([]);
}, 60_000);

test('npm run polls shows its usage when asked for help', async () => {
  const { code, stdout } = await ended(pollsCommand, '--help');

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run -s polls/);
});
