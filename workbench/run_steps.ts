import { mapFields, type Given } from './mapping.ts';
import type { RawRequest } from './hook_server.ts';
import { StepError, type Platform } from './platform.ts';

/** One action or search of a Zap. */
export interface Step {
  /** The name under which later steps use its output: `{{name.field}}`. */
  name: string;
  /** The operation: `creates.create_lead`, `searches.find_client`. */
  does: string;
  input: Record<string, unknown>;
  /** For a search: the action that creates the record when the search finds none. */
  orElse?: { does: string; input: Record<string, unknown> };
}

/** A Zap as a person builds it. Its trigger is one of the app's, or Webhooks by Zapier with its Catch Hook. */
export interface Zap {
  name: string;
  /** The time zone of the Zap, an IANA name; that of Chicago when absent. */
  timezone?: string;
  trigger: { key: string; input?: Record<string, unknown> } | 'catch_hook';
  steps: Step[];
}

/** One run of a Zap, with the outputs of the steps that succeeded. */
export interface Run {
  /** Tells the runs of one process apart. */
  id: string;
  zap: string;
  /** The trigger's item as `trigger`, and each step's output by the step's name. */
  given: Given;
  status: 'done' | 'not found' | 'stopped' | 'held' | 'failed';
  error?: StepError;
}

/** The events of the runner, such as a delivery that arrived or a step that ran. */
export type Telling =
  | { what: 'on'; zap: string; address: string; subscription?: unknown }
  | { what: 'arrived'; zap: string; request: RawRequest; items: unknown[] }
  | { what: 'refused'; zap: string; error: StepError }
  | { what: 'started'; run: Run; trigger: string; steps: number }
  | { what: 'step'; run: Run; step: string; does: string; input: Record<string, unknown>; output: unknown }
  | { what: 'error'; run: Run; step: string; does: string; input: Record<string, unknown>; error: StepError }
  | { what: 'ended'; run: Run }
  | { what: 'off'; zap: string };

/**
 * Runs the steps that have no output yet, and stops at the first that fails or finds nothing. Changes `run`: its
 * outputs, its status and its error. The status is `stopped` for a HaltedError and `held` for a ThrottledError.
 * @param tell is called with every step and every error, and with the end
 * @throws whatever is thrown that is no StepError, which is a mistake in the workbench or the platform
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
    const { output, error } = await perform(step, run, platform, tell);
    if (error !== undefined) {
      run.error = error;
      run.status = statuses[error.name] ?? 'failed';
    } else if (output === undefined) run.status = 'not found';
    else run.given[step.name] = output;
    if (!(step.name in run.given)) break;
  }
  tell({ what: 'ended', run });
}

const statuses: Record<string, Run['status']> = { HaltedError: 'stopped', ThrottledError: 'held' };

async function perform(
  { name, does, input, orElse }: Step,
  run: Run,
  platform: Platform,
  tell: (telling: Telling) => void,
): Promise<{ output?: unknown; error?: StepError }> {
  const fields = mapFields(input, run.given);
  const about = { run, step: name, does, input: fields };
  try {
    const result = await platform.run(`${does}.operation.perform`, { inputData: fields });
    const output: unknown = Array.isArray(result) ? result[0] : result;
    tell({ what: 'step', ...about, output });
    if (output !== undefined || orElse === undefined) return { output };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    tell({ what: 'error', ...about, error });
    return { error };
  }
  return perform({ name, ...orElse }, run, platform, tell);
}
