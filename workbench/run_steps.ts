import { mapFields, type Given } from './mapping.ts';
import type { RawRequest } from './hook_server.ts';
import { StepError, type Platform } from './platform.ts';

/** One action or search of a Zap. */
export interface Step {
  /** What later steps call it in `{{name.field}}`. */
  name: string;
  /** As in `creates.create_lead` or `searches.find_client`. */
  does: string;
  input: Record<string, unknown>;
  /** For a search: the action that makes what it does not find. */
  orElse?: { does: string; input: Record<string, unknown> };
}

/** A Zap as a person builds it. Its trigger is one of the app's, or any app that posts to an address. */
export interface Zap {
  name: string;
  trigger: { key: string; input?: Record<string, unknown> } | 'catch_hook';
  steps: Step[];
}

/** One run of a Zap: as far as it came. */
export interface Run {
  zap: string;
  /** The trigger's item under `trigger`, and what each step gave under its name. */
  given: Given;
  status: 'done' | 'not found' | 'stopped' | 'held' | 'failed';
  error?: StepError;
}

/** What the runner tells whoever watches. */
export type Telling =
  | { what: 'on'; zap: string; address: string; subscription?: unknown }
  | { what: 'arrived'; zap: string; request: RawRequest; items: unknown[] }
  | { what: 'refused'; zap: string; error: StepError }
  | { what: 'step'; zap: string; step: string; does: string; input: Record<string, unknown>; output: unknown }
  | { what: 'error'; zap: string; step: string; error: StepError }
  | { what: 'off'; zap: string };

/**
 * Runs the steps of a run that have not given anything yet, until one does not succeed.
 * @param tell hears of every step and every error
 */
export async function runSteps(
  run: Run,
  steps: Step[],
  platform: Platform,
  tell: (telling: Telling) => void,
): Promise<void> {
  run.status = 'done';
  delete run.error;
  for (const step of steps.filter(({ name }) => !(name in run.given))) {
    try {
      const output = await perform(step, run, platform, tell);
      if (output === undefined) run.status = 'not found';
      else run.given[step.name] = output;
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      run.error = error;
      run.status = statuses[error.name] ?? 'failed';
      tell({ what: 'error', zap: run.zap, step: step.name, error });
    }
    if (!(step.name in run.given)) return;
  }
}

const statuses: Record<string, Run['status']> = { HaltedError: 'stopped', ThrottledError: 'held' };

async function perform(
  { name, does, input, orElse }: Step,
  run: Run,
  platform: Platform,
  tell: (telling: Telling) => void,
): Promise<unknown> {
  const fields = mapFields(input, run.given);
  const result = await platform.run(`${does}.operation.perform`, { inputData: fields });
  const output: unknown = Array.isArray(result) ? result[0] : result;
  tell({ what: 'step', zap: run.zap, step: name, does, input: fields, output });
  return output === undefined && orElse !== undefined
    ? perform({ name, ...orElse }, run, platform, tell)
    : output;
}
