import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { operations } from '../../scripts/definition.ts';

/** The operations that a template names in bold, each with the fields in the table below it. */
function namedIn(text: string): { label: string; fields: string[] }[] {
  const parts = text.split(/\*\*([^*]+)\*\*/).slice(1);
  return parts.flatMap((label, index) => {
    if (index % 2 === 1) return [];
    const rows = (parts[index + 1] ?? '').matchAll(/^\| ([^|]+?) +\|/gm);
    const fields = [...rows].map(([, field = '']) => field).filter((field) => !/^field$|^-+$/.test(field));
    return [{ label, fields }];
  });
}

const templates = readFileSync('docs/zap-templates.md', 'utf8')
  .split(/^## \d+\. /m)
  .slice(1);

describe('the Zap templates', () => {
  test('are sixteen', () => {
    expect(templates).toHaveLength(16);
  });

  test.each(templates.flatMap(namedIn).map(({ label, fields }) => [label, fields] as const))(
    'name only what the editor shows: %s',
    (label, fields) => {
      const operation = operations.find((candidate) => candidate.label === label);

      expect(operation).toBeDefined();
      const labels = operation?.fields.map((field) => field.label);
      expect(fields.filter((field) => labels?.includes(field) !== true)).toEqual([]);
    },
  );
});
