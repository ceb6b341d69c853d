import { describe, expect, test } from '@jest/globals';
import { command, readOptions, readWord, wholeNumber } from '../../command_line/command.ts';
import { ended } from '../support/ended.ts';

const greet = command(
  { call: 'npm run -s greet -- [options]', about: 'Greets.', options: [['--name NAME', 'whom']] },
  (args, { stdout }) => {
    const { name } = readOptions(args, { name: { type: 'string' } });
    if (name === undefined) throw new Error('Nobody is here to greet.');
    stdout.write(`Hello ${name}`);
    return 0;
  },
);
const usageText = `Usage: npm run -s greet -- [options]

Greets.

  --name NAME  whom
  -h, --help   shows this
`;

describe('a command', () => {
  test('runs with its arguments', async () => {
    expect(await ended(greet, '--name', 'Ann')).toEqual({ code: 0, stdout: 'Hello Ann', stderr: '' });
  });

  test.each(['--help', '-h'])('given %s, shows its usage and does nothing', async (word) => {
    expect(await ended(greet, '--name', 'Ann', word)).toEqual({ code: 0, stdout: usageText, stderr: '' });
  });

  test.each([
    [['--nmae', 'Ann'], "Unknown option '--nmae'."],
    [['--name'], "Option '--name <value>' argument missing."],
    [['Ann'], "Unexpected argument 'Ann'."],
  ])(
    'given %j, names the word that it does not take, shows its usage and ends with 2',
    async (words, named) => {
      const { code, stdout, stderr } = await ended(greet, ...words);

      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(`${named}\n\n${usageText}`);
    },
  );

  test('that fails says so on one line and ends with 1', async () => {
    expect(await ended(greet)).toEqual({ code: 1, stdout: '', stderr: 'Nobody is here to greet.\n' });
  });
});

describe('a command that takes one word', () => {
  test('is given it, or none', () => {
    expect(readWord(['form.json'])).toBe('form.json');
    expect(readWord([])).toBeUndefined();
  });

  test.each([
    [['--fast'], "Unknown option '--fast'."],
    [['form.json', '--fast'], "Unknown option '--fast'."],
    [['form.json', 'more.json'], "Unexpected argument 'more.json'."],
  ])('refuses %j, and names what is too much', (words, sentence) => {
    expect(() => readWord(words)).toThrow(sentence);
  });
});

test('a number has to lie in its range, which the sentence tells', () => {
  expect(wholeNumber('port', '80', 0, 99)).toBe(80);
  expect(() => wholeNumber('port', '100', 0, 99)).toThrow(
    '--port takes a whole number from 0 to 99, not "100".',
  );
  expect(() => wholeNumber('port', '0', 1)).toThrow('--port takes a whole number from 1 on, not "0".');
});
