import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { sectionOf } from '../../scripts/changelog.ts';
import { compareOutlines } from '../../scripts/compare_outlines.ts';
import { operations } from '../../scripts/definition.ts';
import { outlineOf, readOutline, type OperationOutline } from '../../scripts/outline.ts';

const now = outlineOf(packageJson.version, operations);
const published = readOutline();

test('nothing that people rely on changed without a new snapshot: see docs/releasing.md', () => {
  const { breaking, changed } = compareOutlines(published, now);

  if (published.version.split('.')[0] === now.version.split('.')[0]) expect(breaking).toEqual([]);
  expect(changed).toEqual([]);
});

describe('a change to the app', () => {
  const key = 'trigger new_lead';
  const changedBy = (change: (operation: OperationOutline) => void): ReturnType<typeof compareOutlines> => {
    const altered = structuredClone(now);
    const operation = altered.operations[key];
    if (operation !== undefined) change(operation);
    return compareOutlines(now, altered);
  };

  test.each<[string, string, (operation: OperationOutline) => void]>([
    [
      'another type of trigger',
      `${key} was hook and is polling`,
      (operation) => (operation.type = 'polling'),
    ],
    [
      'a key of the sample that is gone',
      `${key} gives no id any more`,
      ({ sampleKeys }) => sampleKeys.splice(sampleKeys.indexOf('id'), 1),
    ],
    [
      'an input that became required',
      `${key}: source is required now`,
      ({ inputs: { source } }) => source && (source.required = true),
    ],
    [
      'an input of another type',
      `${key}: source was string and is number`,
      ({ inputs: { source } }) => source && (source.type = 'number'),
    ],
    [
      'an input that became a list',
      `${key}: source was string and is string`,
      ({ inputs: { source } }) => source && (source.list = true),
    ],
    [
      'an input that is gone',
      `${key}: source is gone`,
      ({ inputs }) => Reflect.deleteProperty(inputs, 'source'),
    ],
    [
      'a new input that is required',
      `${key}: city is required now`,
      ({ inputs }) => (inputs.city = { label: 'City', type: 'string', required: true, list: false }),
    ],
  ])('breaks Zaps when it is %s', (_what, sentence, change) => {
    expect(changedBy(change)).toEqual({ breaking: [sentence], changed: ['New Lead'] });
  });

  test('breaks Zaps when an operation is gone', () => {
    const { [key]: _gone, ...rest } = now.operations;

    expect(compareOutlines(now, { ...now, operations: rest }).breaking).toEqual([`${key} is gone`]);
  });

  test.each<[string, (operation: OperationOutline) => void]>([
    ['another label', ({ inputs: { source } }) => source && (source.label = 'Origin')],
    ['a further key in the sample', (operation) => operation.sampleKeys.push('color')],
    [
      'a further input',
      ({ inputs }) => (inputs.city = { label: 'City', type: 'string', required: false, list: false }),
    ],
  ])('asks only for a line in the changelog when it is %s', (_what, change) => {
    expect(changedBy(change)).toEqual({ breaking: [], changed: ['New Lead'] });
  });
});

describe('the changelog', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');

  test('has a section for this version that names every operation', () => {
    const section = sectionOf(changelog, packageJson.version)?.replace(/\s+/g, ' ') ?? '';

    expect(section).not.toBe('');
    const labels = operations.filter(({ hidden }) => !hidden).map(({ label }) => label);
    if (packageJson.version === '1.0.0')
      expect(labels.filter((label) => !section.includes(label))).toEqual([]);
  });

  test('has none for a version that never was', () => {
    expect(sectionOf(changelog, '0.0.1')).toBeUndefined();
  });
});
