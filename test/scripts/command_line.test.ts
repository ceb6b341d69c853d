import { describe, expect, test } from '@jest/globals';
import { parseArgs } from 'node:util';
import { runCommand, type Usage } from '../../scripts/command_line.ts';
import { collect } from '../support/collect.ts';

const usage: Usage = {
  call: 'npm run -s greet -- [options]',
  about: 'Greets.',
  options: [['--name NAME', 'whom']],
};
const usageText = `Usage: npm run -s greet -- [options]

Greets.

  --name NAME  whom
  -h, --help   shows this
`;

async function greet(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { streams, written } = collect();
  const run = (given: string[]): void => {
    const { name } = parseArgs({ args: given, options: { name: { type: 'string' } } }).values;
    if (name === undefined) throw new Error('Nobody is here to greet.');
    streams.stdout.write(`Hello ${name}`);
  };
  const code = await runCommand(usage, run, args, streams);
  return { code, ...written };
}

describe('a command', () => {
  test('runs with its arguments', async () => {
    expect(await greet('--name', 'Ann')).toEqual({ code: 0, stdout: 'Hello Ann', stderr: '' });
  });

  test.each(['--help', '-h'])('given %s, shows its usage and does nothing', async (word) => {
    expect(await greet('--name', 'Ann', word)).toEqual({ code: 0, stdout: usageText, stderr: '' });
  });

  test.each([
    [['--nmae', 'Ann'], "'--nmae'"],
    [['--name'], "'--name <value>'"],
    [['Ann'], "'Ann'"],
  ])(
    'given %j, names the word that it does not take, shows its usage and ends with 2',
    async (words, named) => {
      const { code, stdout, stderr } = await greet(...words);

      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.split('\n')[0]).toContain(named);
      expect(stderr).toContain(usageText);
    },
  );

  test('that fails says so on one line and ends with 1', async () => {
    expect(await greet()).toEqual({ code: 1, stdout: '', stderr: 'Nobody is here to greet.\n' });
  });
});
