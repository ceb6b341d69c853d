import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import { StepError, type Platform } from '../../workbench/platform.ts';
import type { Climate } from './climate.ts';
import { drawFate, KilledStep, underFate } from './fate.ts';
import { holds } from './reconcile.ts';
import type { FormWrite, Scenario, Try } from './scenarios.ts';
import { saysNothingSaved, saysSaved } from './words.ts';

/** What the writes of a campaign run on. */
export interface Stage {
  platform: Platform;
  sandbox: Sandbox;
  climate: Climate;
  /** The time in milliseconds since 1970. */
  now: () => number;
}

const minuteMs = 60_000;
// When Zapier replays a failed step, after its last failure.
const replayAfterMs = [5, 30, 60, 180, 360].map((minutes) => minutes * minuteMs);
// Zapier runs a step that was throttled again and again; nobody waits for ever.
const mostThrottled = 20;

/**
 * Runs the writes of a scenario that are due, each once. Those that fail stay open until Zapier runs them again, or
 * give up.
 */
export async function play(stage: Stage, scenario: Scenario): Promise<void> {
  const due = scenario.writes.filter(({ state, dueAt }) => state === 'open' && dueAt <= stage.now());
  const { turnsApart } = scenario;
  if (turnsApart === undefined) {
    for (const write of due) await tryOnce(stage, scenario, write);
    return;
  }
  const tries: Promise<void>[] = [];
  for (const write of due) {
    tries.push(tryOnce(stage, scenario, write));
    if (turnsApart > 0) await nextTurn();
  }
  await Promise.all(tries);
}

/**
 * Looks whether the last error of a form that was sent once has become untrue: it said that nothing was saved, and a
 * save that was late came after it.
 */
export function recheck({ sandbox }: Stage, { story, resource, customer, writes }: Scenario): void {
  const [write] = writes;
  const last = write?.tries.at(-1);
  if (story !== 'once' || last?.error === undefined || last.lie !== undefined) return;
  if (saysNothingSaved(last.error.sentence) && sandbox.recordsOf(resource, customer).length > 0)
    last.lie = 'said that nothing was saved, but it was later';
}

async function tryOnce(stage: Stage, scenario: Scenario, write: FormWrite): Promise<void> {
  recheck(stage, scenario);
  const { action, reference, marker, random } = scenario;
  const inputData = { ...write.form, ...(reference !== undefined && { unique_reference: reference }) };
  const step = `${marker} write ${scenario.writes.indexOf(write) + 1} try ${write.tries.length + 1}`;
  const { conditions, met } = underFate(drawFate(random, stage.climate, write.tries.length), step);
  const clientsBefore = clientsOf(stage, scenario);
  const started = performance.now();
  const one: Try = { ms: 0 };
  write.tries.push(one);
  try {
    const method = `creates.${action}.operation.perform`;
    const record = await stage.platform.run(method, { inputData }, conditions);
    write.state = 'saved';
    write.record = isObject(record) ? record : {};
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const known = error instanceof StepError || error instanceof KilledStep;
    one.error = { name: known ? name : `No StepError: ${name}`, sentence: message };
    Object.assign(one, lieOf(stage, scenario, write, message, clientsBefore));
    reschedule(write, stage.now(), error);
  }
  one.ms = performance.now() - started;
  for (const fate of met) scenario.fates.add(fate);
}

function reschedule(write: FormWrite, now: number, error: unknown): void {
  const failures = write.tries.filter((one) => one.error?.name !== 'ThrottledError').length;
  const throttled = error instanceof StepError && error.name === 'ThrottledError';
  const waitMs = throttled ? (error.delaySeconds ?? 0) * 1000 : replayAfterMs[failures - 1];
  const halted = error instanceof StepError && error.name === 'HaltedError';
  if (halted || waitMs === undefined || write.tries.length - failures > mostThrottled)
    write.state = 'gave_up';
  else write.dueAt = now + waitMs;
}

function clientsOf(
  { sandbox }: Stage,
  { newClient, customer }: Pick<Scenario, 'newClient' | 'customer'>,
): number {
  return newClient ? sandbox.recordsOf('clients', customer).length : 0;
}

// Where an equal form was sent as well, one record may be its: that is not held against this write.
function lieOf(
  stage: Stage,
  { writes, resource, customer, ...scenario }: Scenario,
  write: FormWrite,
  sentence: string,
  clientsBefore: number,
): Pick<Try, 'lie'> {
  const saved = (): number =>
    stage.sandbox.recordsOf(resource, customer).filter((record) => holds(record, write.form)).length;
  if (saysNothingSaved(sentence)) {
    const others = writes.filter((one) => one !== write && one.tries.length > 0);
    const equal = others.filter(({ form }) => form === write.form).length;
    if (saved() > equal) return { lie: 'said that nothing was saved, but it was' };
    const clients = clientsOf(stage, { ...scenario, customer });
    if (others.length === 0 && clients > clientsBefore)
      return { lie: 'said that nothing was saved, but the client was' };
  }
  if (saysSaved(sentence) && saved() === 0) return { lie: 'said that it was saved, but it was not' };
  return {};
}
