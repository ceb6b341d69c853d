import { appError } from './app_error.ts';

/*
 * Why a poll gives nothing although it could have found something. An empty answer instead would look as if nothing had
 * happened.
 */

/** Time ran out before all that may be new was read. */
export function cutPoll(noun: string): Error {
  return appError(
    `CleanEstimate Pro took too long to list its ${noun}s, so this check was not finished. Nothing needs fixing here: the next check looks again.`,
    'UnfinishedPoll',
    504,
  );
}

/** The list does not go on where it should. */
export function stuckPoll(noun: string): Error {
  return appError(
    `CleanEstimate Pro's list of ${noun}s does not go on behind a page, so this check may have missed some. If it stays so, tell the support of CleanEstimate Pro.`,
    'UnfinishedPoll',
    502,
  );
}

/**
 * The records do not say what decides.
 * @param what they do not say: "which status they are in"
 */
export function unshown(noun: string, what: string): Error {
  return appError(
    `CleanEstimate Pro's list of ${noun}s does not say ${what}, so this step cannot tell. Tell the support of CleanEstimate Pro.`,
    'Unshown',
    502,
  );
}
