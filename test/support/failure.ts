import { expect } from '@jest/globals';
import { isSentence } from '../../proof/sentence.ts';
import { StepError } from '../../workbench/platform.ts';

/**
 * The error of a step that must not succeed. Whatever it says, it is one sentence for a person: short, and with
 * nothing in it that only a developer would know.
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
