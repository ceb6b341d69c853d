import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { PlainInputField } from 'zapier-platform-core';
import * as zod from 'zod';
import type { Operation } from './definition.ts';

const inputOutline = zod.object({
  label: zod.string(),
  type: zod.string(),
  required: zod.boolean(),
  list: zod.boolean(),
});
const operationOutline = zod.object({
  kind: zod.string(),
  type: zod.string(),
  label: zod.string(),
  hidden: zod.boolean(),
  inputs: zod.record(zod.string(), inputOutline),
  sampleKeys: zod.array(zod.string()),
});
const outline = zod.object({ version: zod.string(), operations: zod.record(zod.string(), operationOutline) });

/** What of an input people's Zaps rely on. */
export type InputOutline = zod.infer<typeof inputOutline>;

/** What of an operation people's Zaps rely on: what must not change under them. */
export type OperationOutline = zod.infer<typeof operationOutline>;

/** The whole app in outline, by the keys of its operations, and the version it belongs to. */
export type Outline = zod.infer<typeof outline>;

/** Where the outline of the app stands, as it is in this commit. */
export const outlineFile = 'test/definition.snapshot.json';

/**
 * Reads the outline that was taken last.
 * @returns an empty one before the first
 * @throws ZodError when the file is no outline
 */
export function readOutline(): Outline {
  if (!existsSync(outlineFile)) return { version: '0.0.0', operations: {} };
  return parsed(readFileSync(outlineFile, 'utf8'));
}

/**
 * Reads the outline of the last release: as it stands in the newest tag such as v1.2.0 that this commit comes after.
 * @param folder of the repository
 * @returns undefined when no release is tagged here
 * @throws Error when the tag has no outline, ZodError when it has another file in its place
 */
export function readReleasedOutline(folder = '.'): Outline | undefined {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
  const [tag] = git('tag', '--list', 'v*.*.*', '--merged', 'HEAD', '--sort=-version:refname').split('\n');
  return tag === undefined || tag === '' ? undefined : parsed(git('show', `${tag}:${outlineFile}`));
}

function parsed(text: string): Outline {
  return outline.parse(JSON.parse(text));
}

/** Takes the outline of the app's operations. */
export function outlineOf(version: string, operations: Operation[]): Outline {
  return {
    version,
    operations: Object.fromEntries(
      operations.map(({ kind, key, type, label, hidden, fields, sample }) => [
        `${kind} ${key}`,
        {
          kind,
          type,
          label,
          hidden,
          inputs: sorted(inputsOf(fields)),
          sampleKeys: Object.keys(sample ?? {}).sort(),
        },
      ]),
    ),
  };
}

function inputsOf(fields: PlainInputField[], parent = ''): Record<string, InputOutline> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { key, label = '', type = 'string', required = false, list = false, children } = field;
      const path = `${parent}${key}`;
      const inner = Object.entries(inputsOf(children ?? [], `${path}.`));
      return [[path, { label, type: children ? 'lines' : type, required, list }] as const, ...inner];
    }),
  );
}

// The order of fields in the editor breaks nobody's Zap.
function sorted<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
