import type { InputOutline, OperationOutline, Outline } from './outline.ts';

/** The differences between two outlines of the app. */
export interface Differences {
  /** Changes that break existing Zaps, each as a text. Zapier refuses them within a major version. */
  breaking: string[];
  /** The labels of all operations that changed: the changelog must name each of them. */
  changed: string[];
}

/**
 * Compares the published app with the present one, by Zapier's rules for promoting a version: no key may be removed, no
 * trigger may change its type, no input may become required or change its type, and no key of a sample may be removed,
 * since people have mapped it into other steps.
 */
export function compareOutlines(before: Outline, now: Outline): Differences {
  const keys = new Set([...Object.keys(before.operations), ...Object.keys(now.operations)]);
  const breaking: string[] = [];
  const changed: string[] = [];
  for (const key of keys) {
    const was = before.operations[key];
    const is = now.operations[key];
    breaking.push(...brokenIn(key, was, is));
    if (JSON.stringify(was) !== JSON.stringify(is)) changed.push((is ?? was)?.label ?? key);
  }
  return { breaking, changed };
}

function brokenIn(key: string, was?: OperationOutline, is?: OperationOutline): string[] {
  if (was === undefined) return [];
  if (is === undefined) return [`${key} is gone`];
  return [
    ...(was.type === is.type ? [] : [`${key} was ${was.type} and is ${is.type}`]),
    ...was.sampleKeys
      .filter((name) => !is.sampleKeys.includes(name))
      .map((name) => `${key} gives no ${name} any more`),
    ...Object.entries(is.inputs).flatMap(([name, input]) =>
      brokenInput(`${key}: ${name}`, was.inputs[name], input),
    ),
    ...Object.keys(was.inputs)
      .filter((name) => !(name in is.inputs))
      .map((name) => `${key}: ${name} is gone`),
  ];
}

function brokenInput(name: string, was: InputOutline | undefined, is: InputOutline): string[] {
  const newlyRequired = is.required && was?.required !== true;
  const otherType = was !== undefined && (was.type !== is.type || was.list !== is.list);
  return [
    ...(newlyRequired ? [`${name} is required now`] : []),
    ...(otherType ? [`${name} was ${was.type} and is ${is.type}`] : []),
  ];
}
