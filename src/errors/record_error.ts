import { appError } from './app_error.ts';

/** The record that an action is about does not exist in this account. */
export function missingRecord(noun: string): Error {
  return appError(
    `This CleanEstimate Pro account has no such ${noun}. Pick it from the list again, or check the value mapped there.`,
    'NotFound',
    404,
  );
}

/** The API does not show the notes that another note should be added to. */
export function unseenNotes(noun: string): Error {
  return appError(
    `CleanEstimate Pro did not show the notes of this ${noun}, so nothing was added: they might be lost.`,
    'UnseenNotes',
    409,
  );
}

/** A list could not be read to its last page. Saying "not found" now could make a step create a duplicate. */
export function unfinishedList(noun: string): Error {
  return appError(
    `There are too many ${noun}s to look through in one step, so it is not known whether there is a match. Pick the ${noun} itself instead.`,
    'UnfinishedList',
    504,
  );
}

/** Some of a list's entries are no records that can be read, so that the one that is looked for may be among them. */
export function unreadableList(noun: string): Error {
  return appError(
    `CleanEstimate Pro showed some ${noun}s in a way that cannot be read, so it is not known whether there is a match. Pick the ${noun} itself instead, or tell CleanEstimate Pro's support.`,
    'UnreadableList',
    502,
  );
}

/** More jobs lie ahead of a day than one step can read. */
export function farDay(): Error {
  return appError(
    'There are too many jobs after this day to look through in one step, so it is not known which are on it. Pick a later day.',
    'UnfinishedList',
    504,
  );
}

/** Some of the jobs listed cannot be read, so that one of the day may be among them. */
export function unreadableDay(): Error {
  return appError(
    "CleanEstimate Pro showed some jobs in a way that cannot be read, so it is not known whether these are all of the day. Tell CleanEstimate Pro's support.",
    'UnreadableList',
    502,
  );
}

/** Several records are called by the digits that somebody gave for a number. */
export function ambiguousNumber(noun: string, numbers: readonly string[]): Error {
  return appError(
    `More than one ${noun} has this number: ${numbers.slice(0, 3).join(', ')}. Write it as CleanEstimate Pro does, with the letters before it.`,
    'AmbiguousNumber',
    409,
  );
}

/** The pages before the one that a dropdown asks for take too long. What was read of them is remembered. */
export function slowList(noun: string): Error {
  return appError(
    `The list of ${noun}s takes too long to load this far. Load more again: it goes on from here. Or map the ${noun} from another step.`,
    'SlowList',
    504,
  );
}
