import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';
import App from '../index.ts';
import { createPlatform } from '../workbench/platform.ts';
import { operations, visible, type Operation } from '../scripts/definition.ts';

/*
 * The rules that Zapier checks before it publishes an app. Each test names the rules' codes in Zapier's documentation.
 */

const each = (list: Operation[]): [string, Operation][] =>
  list.map((operation) => [operation.key, operation]);
const triggers = visible.filter(({ kind }) => kind === 'trigger');
const searches = operations.filter(({ kind }) => kind === 'search');
const withChildren = (fields: PlainInputField[]): PlainInputField[] =>
  fields.flatMap((field) => [field, ...withChildren(field.children ?? [])]);

test('the platform finds no problem in the definition', async () => {
  expect(await createPlatform(App, {}).problems()).toEqual([]);
});

describe.each(['triggers', 'creates', 'searches'] as const)('src/%s', (room) => {
  const files = readdirSync(`src/${room}`)
    .map((file) => file.replace('.ts', ''))
    .filter((file) => file !== 'index' && file !== 'search_or_creates');

  test('has one file for each operation, named by its key, and its index exports them all', () => {
    expect(Object.keys(App[room]).sort()).toEqual(files.sort());
  });
});

test('a search that can create names the search by its own key', () => {
  for (const [key, { search }] of Object.entries(App.searchOrCreates ?? {})) expect(search).toBe(key);
});

describe('the connection', () => {
  const { fields = [], connectionLabel } = App.authentication ?? {};

  test('D002: tells in its help where a key is made, with a link', () => {
    expect(fields[0]?.helpText).toMatch(/\[[^\]]+\]\(https:\/\/[^)]+\)/);
  });

  test('D003: has a label made of data, without the key and the name of the app', () => {
    expect(connectionLabel).toMatch(/\{\{/);
    expect(connectionLabel).not.toMatch(/api_key|CleanEstimate/);
  });
});

describe.each(each(visible))('%s', (_key, operation) => {
  const { kind, label, description, fields, outputs, sample, noun } = operation;
  const inputs = withChildren(fields);

  test('D001: asks for no password or token', () => {
    expect(inputs.filter(({ key }) => /password|token|secret|api_?key/i.test(key))).toEqual([]);
  });

  test('D004, D005: fills its fields for records from dropdowns that exist', () => {
    // A sales rep cannot be chosen from a dropdown, since the API has no list of them.
    const ids = inputs.filter(({ key }) => key.endsWith('_id') && key !== 'assigned_rep_id');

    for (const { dynamic } of ids) expect(Object.keys(App.triggers)).toContain(dynamic?.split('.')[0]);
  });

  test('D008: has valid help texts, addresses in backticks', () => {
    for (const { helpText = '' } of inputs) expect(helpText).not.toMatch(/(?<![`(])https?:\/\//);
  });

  test('D010, D012: has a sample with an id', () => {
    expect(sample).toHaveProperty('id', expect.any(String));
  });

  test('D011: has help texts that say more than the labels', () => {
    for (const { helpText, label: name } of inputs) expect(helpText).not.toBe(name);
    for (const { helpText = 'Fine.' } of inputs) expect(helpText).toMatch(/^[A-Z].*[.]$/s);
  });

  test('D013: has search connectors that exist', () => {
    for (const { search } of inputs.filter((field) => field.search)) {
      expect(Object.keys(App.searches)).toContain(search?.split('.')[0]);
    }
  });

  test('D018: has labels in title case, without "ID" and no longer than a line', () => {
    const small = /^(?:a|an|and|as|at|by|for|in|of|on|or|the|to|with)$/;
    for (const text of [label, ...inputs.map((field) => field.label ?? '')]) {
      expect(text).toMatch(/^[A-Z0-9]/);
      expect(text.split(' ').filter((word) => !small.test(word) && !/^[A-Z0-9]/.test(word))).toEqual([]);
      expect(text).not.toMatch(/\bID\b/);
      expect(text.length).toBeLessThan(40);
    }
  });

  test('D021: has a description of one sentence in the third person, without the name of the app', () => {
    expect(description).toMatch(
      {
        trigger: /^Triggers when [^.]+\.$/,
        action: /^(Creates|Updates|Adds) [^.]+\.$/,
        search: /^Finds [^.]+\.$/,
      }[kind],
    );
    expect(description).not.toContain('CleanEstimate');
  });

  test('D023: has times with a time zone in its sample', () => {
    const moments = outputs.filter(({ type }) => type === 'datetime').map(({ key }) => sample?.[key]);

    for (const value of moments) expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('D024: has the output fields that its sample has', () => {
    const declared = outputs.map(({ key }) => key);

    expect(Object.keys(sample ?? {}).filter((key) => !declared.includes(key))).toEqual([]);
    expect(
      declared
        .filter((key) => !(key in (sample ?? {})))
        .filter((key) => !['created_at', 'updated_at'].includes(key)),
    ).toEqual([]);
  });

  test('asks for what is required first, under keys of its own', () => {
    const required = fields.map((field) => field.required === true);

    expect(required).toEqual([...required].sort().reverse());
    expect(noun.endsWith('s')).toBe(false);
  });
});

describe.each(each(triggers.filter(({ type }) => type === 'hook')))('%s', (_key, { methods }) => {
  test('D006, D017: can list, subscribe and unsubscribe', () => {
    expect(methods).toEqual(
      expect.arrayContaining(['perform', 'performList', 'performSubscribe', 'performUnsubscribe']),
    );
  });
});

describe.each(each(searches))('%s', (_key, { fields }) => {
  test('D009: has a field to search by, and none of them is required', () => {
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.some(({ required }) => required)).toBe(false);
  });
});

describe('the app', () => {
  test('D007: uses https only, except on this machine', async () => {
    expect(App.authentication?.fields?.[0]?.helpText).not.toContain('http://');
    process.env.CEPRO_API_URL = 'http://api.test/';
    const run = createPlatform(App, { api_key: 'ce_live_1a2b3c4d_123456789012345678901234' }).run(
      'authentication.test',
    );
    await run.catch(() => undefined).finally(() => delete process.env.CEPRO_API_URL);
    await expect(run).rejects.toThrow('https://');
  });

  test('D014, D015: pairs searches and actions that exist, under the key of the search', () => {
    for (const [key, { search, create }] of Object.entries(App.searchOrCreates ?? {})) {
      expect(key).toBe(search);
      expect(Object.keys(App.searches)).toContain(search);
      expect(Object.keys(App.creates)).toContain(create);
    }
  });

  test('D022: has actions with fields that are always there', () => {
    for (const { staticFields } of operations.filter(({ kind }) => kind === 'action')) {
      expect(staticFields).toBeGreaterThan(0);
    }
  });

  test('D027: runs on the platform it is pinned to', () => {
    expect(App.platformVersion).toBe('19.1.0');
  });

  test('D028: decides itself what blank means', () => {
    expect(App.flags?.cleanInputData).toBe(false);
  });
});
