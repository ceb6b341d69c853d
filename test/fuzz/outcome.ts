import { expect } from '@jest/globals';
import { StepError } from '../../workbench/platform.ts';

/**
 * How many random cases each test tries, and the seed that they come from. By default there are few and always the
 * same, so that the suite is quick and fails only because of a change. `npm run fuzz` tries many new ones.
 */
export const tries = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 6),
  seed: Number(process.env.FUZZ_SEED ?? 20260320),
};

const technical =
  /undefined|\bNaN\b|\[object|\n\s*at |What happened|\.ts:\d|(Type|Syntax|Reference|URI)Error|\{\s*"[^"]*"\s*:/;

/**
 * Checks how a step ended: with records, or with an error that is a sentence for a person. Neither may contain
 * technical texts or the API key.
 * @param key the API key that the step used
 * @returns the records; undefined when the step ended with an error
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
