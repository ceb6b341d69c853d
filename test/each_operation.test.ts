import { beforeAll, describe, expect, test } from '@jest/globals';
import { visible } from '../scripts/definition.ts';
import { docsCommand } from '../scripts/docs_command.ts';
import { runEachOperation, type OperationRun } from '../scripts/run_each_operation.ts';
import { ended } from './support/ended.ts';
import { openOffice } from './support/office.ts';

/*
 * Each operation runs once against the sandbox. What a person maps from a sample has to be there in every run, and the
 * documentation has to tell what was asked of the API.
 */

const office = openOffice();
let runs: Record<string, OperationRun>;
beforeAll(async () => {
  runs = await runEachOperation(office);
}, 30_000);

test('docs/operations.md and docs/requests.md say what the app is: npm run docs writes it anew', async () => {
  const check = docsCommand(() => Promise.resolve(runs));

  expect(await ended(check, '--check')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('docs/requests.md that says something else is stale, and the sentence says what to do', async () => {
  const check = docsCommand(() =>
    Promise.resolve({ ...runs, new_lead: { requests: ['GET /moon'], items: [] } }),
  );

  expect(await ended(check, '--check')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'docs/requests.md is stale: write it anew with npm run docs.\n',
  });
});

describe.each(visible.map((operation) => [operation.key, operation] as const))(
  '%s',
  (key, { sample, outputs, type }) => {
    test('T002, T004: gives every key of its sample, T006: of the declared type', () => {
      const item = runs[key]?.items[0];

      expect(item).toBeDefined();
      expect(Object.keys(sample ?? {}).filter((name) => !(name in (item ?? {})))).toEqual([]);
      for (const { key: name, type: declared, list } of outputs) {
        const value = item?.[name];
        if (value === null || value === undefined) continue;
        if (list === true) expect(Array.isArray(value)).toBe(true);
        else if (declared === 'number' || declared === 'integer') expect(typeof value).toBe('number');
        else if (declared === 'string' || declared === 'datetime') expect(typeof value).toBe('string');
      }
    });

    if (type !== 'hook') return;
    test('T003, T005: lists the keys that a delivery gives', async () => {
      const delivered = Object.keys(runs[key]?.items[0] ?? {}).sort();
      const [listed] = await office.trigger(key, {}, 'performList');

      expect(Object.keys(listed ?? {}).sort()).toEqual(delivered);
      expect(Object.keys(sample ?? {}).sort()).toEqual(delivered.filter((name) => name in (sample ?? {})));
    });
  },
);
