import { describe, expect, test } from '@jest/globals';
import { isNoteIn } from '../../src/records/note_in.ts';

const note = "Call back – Ann's café\r\n\r\nGate code: 4421 & dog";

describe('a note is there, however the API writes it', () => {
  test.each([
    ['to the letter', note],
    ['below others', `Saturday, please\n\n${note}`],
    ['with blanks around it', `\n  ${note} \n`],
    ['with other line breaks', note.replaceAll('\r\n', '\n')],
    ['with breaks of HTML', note.replaceAll('\r\n', '<br>')],
    ['with entities', note.replace('&', '&amp;').replace("'", '&#39;')],
    ['with accents taken apart', note.normalize('NFD')],
    ['with plain quotes and dashes', note.replace('–', '-').replace("'", '’')],
  ])('%s', (_how, notes) => {
    expect(isNoteIn(notes, note)).toBe(true);
  });

  test('when it has no words', () => {
    expect(isNoteIn('Hello\n\n👍', ' 👍 ')).toBe(true);
    expect(isNoteIn('Hello', '👍')).toBe(false);
  });
});

describe('a note is not there', () => {
  test.each([
    ['when it is only part of a paragraph', 'Call back – Ann, today', 'Call back'],
    ['when only its first paragraph is', "Call back – Ann's café", note],
    ['when its paragraphs stand in another order', "Gate code: 4421 & dog\n\nCall back – Ann's café", note],
    ['when there are no notes', '', note],
  ])('%s', (_when, notes, sought) => {
    expect(isNoteIn(notes, sought)).toBe(false);
  });
});
