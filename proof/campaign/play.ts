import { setImmediate as nextTurn } from 'node:timers/promises';
import { isObject } from '../../src/lib/guards.ts';
import { StepError, type Platform } from '../../workbench/platform.ts';
import type { FormWrite, Scenario } from './scenarios.ts';

// Zapier replays a failed step after 5 min, 30 min, 1 h, 3 h and 6 h.
const mostTries = 6;

/** Runs the writes of a scenario that are still open, each once. Those that fail stay open for their next replay. */
export async function play(platform: Platform, scenario: Scenario): Promise<void> {
  const open = scenario.writes.filter(({ state }) => state === 'open');
  if (scenario.turnsApart !== undefined) {
    const tries: Promise<void>[] = [];
    for (const write of open) {
      tries.push(tryOnce(platform, scenario, write));
      if (scenario.turnsApart > 0) await nextTurn();
    }
    await Promise.all(tries);
    return;
  }
  for (const write of open) {
    await tryOnce(platform, scenario, write);
    if (write.state === 'open') return;
  }
}

/** True while a write of the scenario has neither succeeded nor given up. */
export function isOpen({ writes }: Scenario): boolean {
  return writes.some(({ state }) => state === 'open');
}

async function tryOnce(
  platform: Platform,
  { action, form, reference }: Scenario,
  write: FormWrite,
): Promise<void> {
  const inputData = { ...form, ...(reference !== undefined && { unique_reference: reference }) };
  const started = performance.now();
  const ms = (): number => performance.now() - started;
  try {
    const record = await platform.run(`creates.${action}.operation.perform`, { inputData });
    write.tries.push({ ms: ms() });
    write.state = 'saved';
    write.record = isObject(record) ? record : {};
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const kind = error instanceof StepError ? name : `No StepError: ${name}`;
    write.tries.push({ ms: ms(), error: { name: kind, sentence: message } });
    if (name === 'HaltedError' || write.tries.length === mostTries) write.state = 'gave_up';
  }
}
