import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { contractCommand } from '../../contract/command.ts';
import { fetchContract } from '../../contract/load_contract.ts';
import { alteredDocument } from './altered.ts';
import { ended, type Ended } from '../support/ended.ts';

const server = createServer((request, response) => {
  const texts: Record<string, string> = {
    '/openapi.json': alteredDocument('no delete'),
    '/page': '<html>',
    '/dangling': '{"openapi": "3.1.0", "paths": {"/leads": {"$ref": "#/nowhere"}}}',
  };
  const text = texts[request.url ?? ''];
  response.writeHead(text === undefined ? 404 : 200).end(text);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const run = (...args: string[]): Promise<Ended> =>
  ended(
    contractCommand(() => Promise.reject(new Error('Nothing is to be run.'))),
    ...args,
  );

function runAsProcess(...args: string[]): Promise<Ended> {
  const command = ['--disable-warning=ExperimentalWarning', 'contract/main.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('npm run contract', () => {
  test('as a process, judges it by the document at a URL and ends with 1 when that contradicts', async () => {
    const { code, stdout } = await runAsProcess('--spec', `${origin}/openapi.json`);

    expect(code).toBe(1);
    expect(stdout).toContain('contradicted  /paths/~1webhooks~1{id}/delete  (DELETE /webhooks/{id})\n');
    expect(stdout).toContain('  DELETE /webhooks/{id}: is not described\n');
  }, 60_000);

  test('explains itself when asked to, and does nothing else', async () => {
    const { code, stdout, stderr } = await run('--help');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm run contract -- \[--spec FILE\|URL\]\n/);
  });

  test.each<[string, string[], RegExp]>([
    ['an option that it does not have', ['--spek', 'x.yaml'], /^Unknown option '--spek'/],
    ['an option without its value', ['--spec'], /^Option '--spec <value>' argument missing/],
    ['a word that is no option', ['x.yaml'], /^Unexpected argument 'x\.yaml'/],
    [
      'a file that is not there',
      ['--spec', 'nowhere.yaml'],
      /^The OpenAPI document nowhere\.yaml cannot be read: .*no such file/,
    ],
  ])('names %s, and explains itself', async (_, args, sentence) => {
    const { code, stdout, stderr } = await run(...args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/\n\nUsage: npm run contract/);
  });
});

describe('a document', () => {
  test('is read from a file', async () => {
    expect(await fetchContract('contract/openapi.yaml')).toMatchObject({ openapi: '3.1.0' });
  });

  test.each([
    ['nowhere', 'the answer was 404.'],
    ['page', 'This is no OpenAPI 3 document'],
    ['dangling', 'The reference to #/nowhere leads nowhere.'],
  ])('that is none is refused by its address: /%s', async (path, reason) => {
    await expect(fetchContract(`${origin}/${path}`)).rejects.toThrow(
      `The OpenAPI document ${origin}/${path} cannot be read: ${reason}`,
    );
  });
});
