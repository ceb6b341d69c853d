import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { sectionOf } from '../../scripts/changelog.ts';
import { compareOutlines } from '../../scripts/compare_outlines.ts';
import { operations } from '../../scripts/definition.ts';
import {
  outlineFile,
  outlineOf,
  readOutline,
  readReleasedOutline,
  type OperationOutline,
  type Outline,
} from '../../scripts/outline.ts';
import { refusalOf } from '../../scripts/refusal.ts';
import { versionNeeded } from '../../scripts/version_needed.ts';

const now = outlineOf(packageJson.version, operations);
const published = readOutline();

/** The outline of the present app at another version, with one operation changed. */
function altered(key: string, version: string, change: (operation: OperationOutline) => void): Outline {
  const copy = { ...structuredClone(now), version };
  const operation = copy.operations[key];
  if (operation !== undefined) change(operation);
  return copy;
}

test('nothing that people rely on changed without a new snapshot: see docs/releasing.md', () => {
  expect(compareOutlines(published, now)).toEqual({ breaking: [], changed: [] });
  expect(published.version).toBe(now.version);
});

describe('a change to the app', () => {
  const key = 'trigger new_lead';
  const changedBy = (change: (operation: OperationOutline) => void): ReturnType<typeof compareOutlines> => {
    return compareOutlines(now, altered(key, now.version, change));
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

describe('the version that a change needs', () => {
  const key = 'trigger new_lead';
  const optional = { label: 'City', type: 'string', required: false, list: false };
  const at = (version: string): Outline => ({ ...now, version });
  const rename = (operation: OperationOutline): void => void (operation.label = 'Lead Came In');
  const add = ({ inputs }: OperationOutline): void => void (inputs.city = optional);
  const remove = ({ inputs }: OperationOutline): void => void Reflect.deleteProperty(inputs, 'source');

  test.each<[string, string, (operation: OperationOutline) => void]>([
    ['the same when nothing changed', '1.4.2', () => undefined],
    ['the next patch for other words', '1.4.3', rename],
    [
      'the next patch for other words of a field',
      '1.4.3',
      (o) => o.inputs.source && (o.inputs.source.label = 'From'),
    ],
    ['the next minor for a new field', '1.5.0', add],
    ['the next minor for a new key of the sample', '1.5.0', ({ sampleKeys }) => sampleKeys.push('color')],
    [
      'the next minor for a field that is no longer required',
      '1.5.0',
      ({ inputs }) => {
        inputs.status = optional;
      },
    ],
    ['the next major for a field that is gone', '2.0.0', remove],
    [
      'the next major for what breaks and adds',
      '2.0.0',
      (o) => {
        add(o);
        remove(o);
      },
    ],
  ])('is %s', (_what, needed, change) => {
    expect(versionNeeded(at('1.4.2'), altered(key, '1.4.2', change))).toBe(needed);
  });

  test('is the next minor for a new operation, and the next major for one that is gone', () => {
    const { [key]: _gone, ...fewer } = now.operations;
    const without = { version: '1.4.2', operations: fewer };

    expect(versionNeeded(without, at('1.4.2'))).toBe('1.5.0');
    expect(versionNeeded(at('1.4.2'), without)).toBe('2.0.0');
  });

  test.each([
    ['1.4.2', add, '1.5.0'],
    ['1.4.9', add, '1.5.0'],
    ['1.4.2', rename, '1.4.3'],
    ['1.9.0', remove, '2.0.0'],
  ])('given package.json at %s, refuses the change and names it', (version, change, needed) => {
    const refusal = refusalOf(at('1.4.2'), altered(key, version, change), 'New Lead, Lead Came In');

    expect(refusal).toContain(
      `package.json is at ${version} and needs ${needed}, with a section in CHANGELOG.md.`,
    );
  });

  test.each(['1.5.0', '1.10.0', '2.0.0'])('given package.json at %s, takes a new field', (version) => {
    expect(refusalOf(at('1.4.2'), altered(key, version, add), 'New Lead has City.')).toBeUndefined();
  });

  test('given the next version without a word in the changelog, refuses and names what is not told', () => {
    expect(refusalOf(at('1.4.2'), altered(key, '1.5.0', add), 'New Job')).toBe(
      'CHANGELOG.md says nothing under 1.5.0 of: New Lead',
    );
  });

  test('given several changes before one release, compares with the last release', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outline-'));
    const git = (...words: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...words], { cwd: folder });
    const commit = (version: string): void => {
      writeFileSync(path.join(folder, outlineFile), JSON.stringify(at(version)));
      git('add', '.');
      git('commit', '--quiet', '-m', version);
    };
    mkdirSync(path.join(folder, path.dirname(outlineFile)));
    git('init', '--quiet');
    commit('1.9.0');
    expect(readReleasedOutline(folder)).toBeUndefined();
    git('tag', 'v1.9.0');
    commit('1.10.0');
    git('tag', 'v1.10.0');
    commit('1.11.0');

    expect(readReleasedOutline(folder)?.version).toBe('1.10.0');
    rmSync(folder, { recursive: true });
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
