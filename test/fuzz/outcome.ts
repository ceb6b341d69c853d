import { expect } from '@jest/globals';
import { StepError } from '../../workbench/platform.ts';

/**
 * How often each property is tried, and from which seed. Few cases and always the same ones by default, so that the
 * suite is quick and a failure is about the change; `npm run fuzz` tries many new ones.
 */
export const tries = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 6),
  seed: Number(process.env.FUZZ_SEED ?? 20260320),
};

const technical =
  /undefined|\bNaN\b|\[object|\n\s*at |What happened|\.ts:\d|(Type|Syntax|Reference|URI)Error|\{\s*"[^"]*"\s*:/;

/**
 * What a step made of its input: records, or one sentence for a person. Neither says what only a developer knows,
 * and neither holds a key.
 * @returns the records; undefined when it was a sentence
 */
export async function outcomeOf(step: Promise<unknown>, key: string): Promise<unknown[] | undefined> {
  const outcome = await step.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) {
    expect(outcome.error).toBeInstanceOf(StepError);
    expectSentence(String(outcome.error instanceof Error ? outcome.error.message : outcome.error), key);
    return undefined;
  }
  const records: unknown[] = Array.isArray(outcome.result) ? outcome.result : [outcome.result];
  for (const record of records) expect(record).toMatchObject({ id: expect.stringMatching(/\S/) });
  const text = JSON.stringify(records);
  expect(text).not.toContain(key);
  expect(text).not.toMatch(/undefined|\bNaN\b|\[object/);
  return records;
}

function expectSentence(message: string, key: string): void {
  expect(message.length).toBeLessThan(250);
  expect(message).toMatch(/^[A-Z].*[.!?…]$/su);
  expect(message).not.toMatch(technical);
  expect(message).not.toContain(key);
}
