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

/** The parts of an input field that existing Zaps depend on. */
export type InputOutline = zod.infer<typeof inputOutline>;

/** The parts of an operation that existing Zaps depend on, so that a change of them must be noticed. */
export type OperationOutline = zod.infer<typeof operationOutline>;

/** A version of the app in outline. The operations are stored by kind and key, such as `action create_lead`. */
export type Outline = zod.infer<typeof outline>;

/** The file with the outline of the app, written by `npm run snapshot`. */
export const outlineFile = 'test/definition.snapshot.json';

/**
 * Reads the outline in `outlineFile`.
 * @returns an outline without operations, of version 0.0.0, when there is no such file
 * @throws ZodError when the file is no outline, SyntaxError when it is no JSON
 */
export function readOutline(): Outline {
  if (!existsSync(outlineFile)) return { version: '0.0.0', operations: {} };
  return parsed(readFileSync(outlineFile, 'utf8'));
}

/**
 * Reads the outline of the last release: that of the highest tag such as v1.2.0 among this commit's ancestors.
 * @param folder the folder of the repository
 * @returns undefined when there is no such tag
 * @throws Error when the tag's commit has no outline file, ZodError when that file is no outline
 */
export function readReleasedOutline(folder = '.'): Outline | undefined {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
  const [tag] = git('tag', '--list', 'v*.*.*', '--merged', 'HEAD', '--sort=-version:refname').split('\n');
  return tag === undefined || tag === '' ? undefined : parsed(git('show', `${tag}:${outlineFile}`));
}

function parsed(text: string): Outline {
  return outline.parse(JSON.parse(text));
}

/** Makes the outline of the app from its operations. */
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

// Sorted by key, since another order of the fields in the editor breaks no Zap.
function sorted<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
