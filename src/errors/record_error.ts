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
