import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as yaml from 'yaml';
import * as zod from 'zod';

const run = promisify(execFile);
const step = zod.looseObject({ run: zod.string().optional(), with: zod.looseObject({}).optional() });
const workflow = zod.looseObject({
  jobs: zod.looseObject({ release: zod.looseObject({ steps: zod.array(step) }) }),
});
const { steps } = workflow.parse(yaml.parse(readFileSync('.github/workflows/release.yml', 'utf8'))).jobs
  .release;

describe('a release', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  const upstream = path.join(folder, 'upstream');
  const checkout = path.join(folder, 'checkout');

  const git = (cwd: string, ...words: string[]): Promise<unknown> =>
    run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...words], { cwd });

  /** Runs the line of the release workflow in a clone of the repository; returns what it writes to stderr. */
  async function complaintOf(tag: string): Promise<string> {
    const line = steps.find(({ run: command }) => command?.includes('tag_on_main'))?.run ?? 'false';
    const command = line.replace('scripts/', `${path.resolve('scripts')}/`);
    const env = { ...process.env, GITHUB_REF_NAME: tag };
    return run('bash', ['-e', '-c', command], { cwd: checkout, env }).then(
      () => '',
      (error: unknown) => zod.object({ stderr: zod.string() }).parse(error).stderr,
    );
  }

  beforeAll(async () => {
    await git(folder, 'init', '--quiet', '--initial-branch=main', upstream);
    await git(upstream, 'commit', '--quiet', '--allow-empty', '-m', 'First');
    await git(upstream, 'tag', 'v1.0.0');
    await git(upstream, 'commit', '--quiet', '--allow-empty', '-m', 'Second');
    await git(upstream, 'tag', '-a', 'v1.1.0', '-m', 'Annotated');
    await git(upstream, 'switch', '--quiet', '-c', 'side');
    await git(upstream, 'commit', '--quiet', '--allow-empty', '-m', 'Not reviewed');
    await git(upstream, 'tag', 'v1.2.0');
    await git(upstream, 'tag', '-a', 'v1.3.0', '-m', 'Annotated');
    await git(folder, 'clone', '--quiet', '--branch', 'main', upstream, checkout);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(['v1.0.0', 'v1.1.0'])('goes on when main has the tag: %s', async (tag) => {
    expect(await complaintOf(tag)).toBe('');
  });

  test.each(['v1.2.0', 'v1.3.0'])('ends when the tag is on a side branch only: %s', async (tag) => {
    expect(await complaintOf(tag)).toBe(
      `${tag} is not on main: merge its commit first, then tag the commit that main has.\n`,
    );
  });

  test('ends when there is no such tag', async () => {
    expect(await complaintOf('v9.9.9')).toBe('There is no tag v9.9.9 here.\n');
  });

  test('looks at the tag before anything of it is installed or run, and has the whole history for it', () => {
    const [look, ...others] = ['tag_on_main', 'npm ci', 'npm run check', 'zapier-platform upload'].map(
      (words) => steps.findIndex(({ run: command }) => command?.includes(words)),
    );

    expect(others).not.toContain(-1);
    expect([look, ...others]).toEqual([look, ...others].sort((a = 0, b = 0) => a - b));
    expect(steps.slice(0, look).map((before) => before.with?.['fetch-depth'])).toContain(0);
  });
});
