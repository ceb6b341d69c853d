import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { bundleOwnApp } from '../proof/bench/packaged_app.ts';
import { temporaryFolder } from '../proof/temporary_folder.ts';

// What the zip around it holds, and that it runs, is tried by test/zip.
describe('the bundle', () => {
  const workshop = temporaryFolder('bundle');
  const app = path.join(workshop.path, 'app');
  let index: string;

  beforeAll(async () => {
    await bundleOwnApp(process.cwd(), app);
    index = readFileSync(path.join(app, 'dist/index.js'), 'utf8');
  }, 30_000);

  afterAll(workshop.remove);

  test('is one file that Zapier loads, and what a step needs first beside it', () => {
    const dist = readdirSync(path.join(app, 'dist'));

    expect(dist).toContain('index.js');
    expect(index).toContain('import("./');
    // Every phone number's country is in the library's metadata.
    expect(index).not.toContain('countries');
    // Nor are the names of the states, and of months, which only a form needs.
    expect(index).not.toMatch(/Massachusetts|september/);
    expect(dist.filter((file) => file !== 'index.js').length).toBeGreaterThan(0);
  });

  test('takes modules of Node as they are, since an import of some evaluates all that they export', () => {
    const imported = /(?:from|import) ?["']node:[^"']+/.exec(index);

    expect(index.includes('process.getBuiltinModule("node:http")')).toBe(true);
    expect(imported).toBeNull();
  });

  test('carries the version out of package.json, and nothing else', () => {
    expect(index.includes(`"${packageJson.version}"`)).toBe(true);
    expect(index.includes('devDependencies')).toBe(false);
  });

  test('has zod inside and the platform outside', () => {
    const imported = [...index.matchAll(/from ?["']([^"']+)["']/g)].map(([, name = '']) => name);
    const packages = imported.filter((name) => !/^(\.|node:)/.test(name));

    expect(new Set(packages)).toEqual(new Set(['zapier-platform-core']));
    expect(index).toContain('ZodMiniObject');
  });
});
