import type { InputOutline, OperationOutline, Outline } from './outline.ts';

/** What differs between two outlines of the app. */
export interface Differences {
  /** What Zapier refuses within a major version, since it breaks Zaps that people have. */
  breaking: string[];
  /** The labels of the operations that changed otherwise: each is worth a line in the changelog. */
  changed: string[];
}

/**
 * Compares the app as it was published with the app as it is.
 * The rules are Zapier's for promoting a version: no key may go, no trigger may change its type, no input may become
 * required or change its type, and what people have mapped from samples must stay.
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
