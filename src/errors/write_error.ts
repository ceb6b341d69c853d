import { appError, haltedError, throttledError } from './app_error.ts';

/*
 * How a write can end without its record.
 */

/** What a write was about. */
interface AboutWrite {
  noun: string;
  writes?: boolean | 'changes' | undefined;
  /** True while a person waits in the editor. */
  attended?: boolean | undefined;
}

/** Nobody knows how a write ended: what that means, and what a person can do. */
export function mayBeSaved({ noun, writes, attended }: AboutWrite): string {
  if (attended === true)
    return `The ${noun} may or may not have been saved. Try again: it will not be saved twice.`;
  const what = `The ${noun} may or may not have been ${writes === 'changes' ? 'changed' : 'saved'}.`;
  return `${what} Replaying is safe and will not save it twice. If this goes on, look for it in CleanEstimate Pro and enter it by hand when it is missing.`;
}

/** The API said that it saved the record, and did not show it. */
export function savedUnseen(noun: string): Error {
  return appError(
    `CleanEstimate Pro saved this ${noun}, but did not show it, so its details are missing here. Look for it there. Replaying is safe and will not save it twice.`,
    'SavedUnseen',
    502,
  );
}

/** The Unique Reference belongs to another write. */
export function usedReference(): Error {
  return haltedError(
    'This Unique Reference was used before with other details, by this or another step, so nothing was written. Add a prefix that only this step uses, such as quote-.',
  );
}

/** Another run of the same write is under way at this moment. */
export function otherRunBusy(noun: string): Error {
  return throttledError(`Another run of this step is saving the same ${noun}.`, 70);
}

/**
 * A step that began with a long search has no time left to write and to hear how the write ended.
 * @param saved what the step saved before: "client"; nothing when absent
 */
export function outOfTime(saved?: string): Error {
  const what =
    saved === undefined
      ? 'nothing was written. Replay the step later.'
      : `only the ${saved} was saved. Replay the step later: it goes on from there.`;
  return appError(`There was no time left in this step to save everything: ${what}`, 'OutOfTime', 504);
}
