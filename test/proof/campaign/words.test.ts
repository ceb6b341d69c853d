import { expect, test } from '@jest/globals';
import { admitsLoss, helps, saysNothingSaved, saysSaved } from '../../../proof/campaign/words.ts';

test.each([
  ['There was no time left in this step to save anything, so nothing was written. Replay it.', 'nothing'],
  ['CleanEstimate Pro did not accept this lead. Zip: too long.', 'nothing'],
  ['This lead was not saved.', 'nothing'],
  ['The job was saved, but CleanEstimate Pro did not show it.', 'saved'],
  ['It has already been handled: the client is saved.', 'saved'],
  ['It may or may not have been saved; replaying the step will not save it twice.', 'maybe'],
  ['It is not known whether it was sent.', 'maybe'],
  [
    'The job may have been saved. Look for it in CleanEstimate Pro, and enter it there if it is missing.',
    'look',
  ],
  [
    'CleanEstimate Pro had a problem. Nothing needs fixing here: it will work when it is tried again.',
    'none',
  ],
])('"%s" says: %s', (sentence, what) => {
  expect({
    nothing: saysNothingSaved(sentence),
    saved: saysSaved(sentence),
    admits: admitsLoss(sentence),
    helps: helps(sentence),
  }).toEqual({
    nothing: what === 'nothing',
    saved: what === 'saved',
    admits: ['nothing', 'maybe', 'look'].includes(what),
    helps: ['nothing', 'saved', 'look'].includes(what),
  });
});
