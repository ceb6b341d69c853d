import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { runContract } from '../../contract/command.ts';
import { fetchContract } from '../../contract/load_contract.ts';
import type { Exchange } from '../../contract/judge.ts';
import { withProgress } from '../../contract/progress.ts';
import { recordEveryOperation } from '../../proof/recording/recording.ts';
import { alteredDocument } from './altered.ts';
import { exchange } from './examples.ts';

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

let exchanges: Exchange[];
beforeAll(async () => {
  exchanges = await recordEveryOperation();
}, 60_000);

interface Run {
  code: unknown;
  stdout: string;
  stderr: string;
}

async function run(...args: string[]): Promise<Run> {
  const written = { stdout: '', stderr: '' };
  const code = await runContract(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    record: () => Promise.resolve(exchanges),
  });
  return { code, ...written };
}

function runAsProcess(...args: string[]): Promise<Run> {
  const command = ['--disable-warning=ExperimentalWarning', 'contract/main.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

describe('npm run contract', () => {
  test('judges the app by our own contract, compares nothing and ends with 0', async () => {
    const { code, stdout } = await run();

    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ requests of the app, of \d+ kinds, judged by contract\/openapi\.yaml\n/);
    expect(stdout).toMatch(
      /\n\d+ assumptions, none of them compared: .* Nothing in contract\/openapi\.yaml contradicts the app\.\n$/,
    );
    expect(stdout).not.toContain('confirmed');
  });

  test('ends with 1 when our own contract would refuse a request of the app', async () => {
    const wrong = exchange({ method: 'GET', path: '/leads', query: { colour: 'red' } });
    exchanges = [...exchanges, wrong];
    const { code, stdout } = await run();
    exchanges = exchanges.filter((one) => one !== wrong);

    expect(code).toBe(1);
    expect(stdout).toContain('The app sends, and the document lacks:\n  GET /leads query colour\n');
  });

  test('as a process, judges it by the document at a URL and ends with 1 when that contradicts', async () => {
    const { code, stdout } = await runAsProcess('--spec', `${origin}/openapi.json`);

    expect(code).toBe(1);
    expect(stdout).toContain('contradicted  /paths/~1webhooks~1{id}/delete  (DELETE /webhooks/{id})\n');
    expect(stdout).toContain('  DELETE /webhooks/{id}: is not described\n');
  }, 60_000);

  test('compares it with the document in a file and ends with 0 when that agrees', async () => {
    const { code, stdout } = await run('--spec', 'contract/openapi.yaml');

    expect(code).toBe(0);
    expect(stdout).toMatch(
      / 0 contradicted, 0 unknown\. Nothing in contract\/openapi\.yaml contradicts the app\.\n$/,
    );
  });

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
    await expect(run(...args)).rejects.toThrow(sentence);
    await expect(run(...args)).rejects.toThrow(/\n\nUsage: npm run contract/);
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

describe('progress', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  async function shown(durationMs: number): Promise<string> {
    jest.useFakeTimers();
    let text = '';
    const work = (): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(resolve, durationMs, 'done');
      });
    const working = withProgress('Reading', { write: (more) => (text += more) }, work);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await working).toBe('done');
    return text;
  }

  test('is shown of what takes longer than two seconds, until it ends', async () => {
    expect(await shown(5_000)).toBe('Reading: 2 s\nReading: 4 s\n');
  });

  test('is not shown of what is done before', async () => {
    expect(await shown(1_900)).toBe('');
  });
});
