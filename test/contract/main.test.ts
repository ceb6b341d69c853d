import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { readSpec } from '../../contract/read_spec.ts';
import { alteredDocument } from './altered.ts';

const server = createServer((request, response) => {
  const texts: Record<string, string> = { '/openapi.json': alteredDocument('no delete'), '/page': '<html>' };
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

function judge(...options: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const command = ['--disable-warning=ExperimentalWarning', 'contract/main.ts', ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

describe('npm run contract', () => {
  test('judges the app by our own contract and ends with 0', async () => {
    const { code, stdout, stderr } = await judge();

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      / 0 contradicted, 0 unknown\. Nothing in contract\/openapi\.yaml contradicts the app\.\n$/,
    );
  }, 30_000);

  test('judges it by the document at a URL and ends with 1 when that contradicts', async () => {
    const { code, stdout } = await judge('--spec', `${origin}/openapi.json`);

    expect(code).toBe(1);
    expect(stdout).toContain('contradicted  DELETE /webhooks/{id}\n');
    expect(stdout).toContain('  DELETE /webhooks/{id}: is not described\n');
  }, 30_000);

  test('says in a sentence that a document cannot be read', async () => {
    const { code, stderr } = await judge('--spec', 'nowhere.yaml');

    expect(code).toBe(1);
    expect(stderr).toMatch(/^The OpenAPI document nowhere\.yaml cannot be read: .*no such file.*\n$/);
  });
});

describe('a document', () => {
  test('is read from a file', async () => {
    expect(await readSpec('contract/openapi.yaml')).toMatchObject({ openapi: '3.1.0' });
  });

  test.each([
    ['nowhere', 'the answer was 404.'],
    ['page', 'This is no OpenAPI 3 document'],
  ])('that is none is refused: /%s', async (path, reason) => {
    await expect(readSpec(`${origin}/${path}`)).rejects.toThrow(`cannot be read: ${reason}`);
  });
});
