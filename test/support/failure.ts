import { expect } from '@jest/globals';
import { isSentence } from '../../proof/sentence.ts';
import { StepError } from '../../workbench/platform.ts';

/**
 * Waits for a step to fail, and checks that its message is a short sentence for a person without technical terms.
 * @returns the error
 * @throws Error when the step succeeds
 */
export async function failureOf(step: Promise<unknown>): Promise<StepError> {
  const error = await step.then(
    (result: unknown) => new Error(`The step succeeded with ${JSON.stringify(result)}.`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StepError)) throw error;
  expect({ told: error.message, readable: isSentence(error.message) }).toMatchObject({ readable: true });
  return error;
}
