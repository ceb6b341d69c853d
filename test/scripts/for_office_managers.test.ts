import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { visible } from '../../scripts/definition.ts';

const text = readFileSync('docs/for-office-managers.md', 'utf8');
const source = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('what office managers read', () => {
  const quoted = [...text.matchAll(/^\| "([^"]+)" +\|/gm)].map(([, sentence = '']) => sentence);

  test('has a row for more than a few errors', () => {
    expect(quoted.length).toBeGreaterThan(10);
  });

  test.each(quoted)('quotes only what the app says: %s', (sentence) => {
    expect(source).toContain(sentence);
  });

  test('names every form that asks for a Unique Reference', () => {
    const asking = visible
      .filter(({ fields }) => fields.some(({ key }) => key === 'unique_reference'))
      .map(({ label }) => label)
      .sort();

    expect(/These ask for it: ([^.]+)\./.exec(text.replace(/\s+/g, ' '))?.[1]?.split(', ')).toEqual(asking);
  });
});

test("the directory's description is as Zapier wants it", () => {
  const [, description = ''] =
    /^\| Description \| (.+?) +\|$/m.exec(readFileSync('docs/releasing.md', 'utf8')) ?? [];

  expect(description).toMatch(/^CleanEstimate Pro is a /);
  expect(description.length).toBeGreaterThanOrEqual(40);
  expect(description.length).toBeLessThanOrEqual(140);
});
