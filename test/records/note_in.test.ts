import { describe, expect, test } from '@jest/globals';
import { isNoteIn, timesNoted } from '../../src/records/note_in.ts';

const note = "Call back – Ann's café\r\n\r\nGate code: 4421 & dog";

describe('a note is there, however the API writes it', () => {
  test.each([
    ['to the letter', note],
    ['below others', `Saturday, please\n\n${note}`],
    ['with blanks around it', `\n  ${note} \n`],
    ['with other line breaks', note.replaceAll('\r\n', '\n')],
    ['with paragraphs of HTML', `<p>${note.replace('\r\n\r\n', '</p><p>')}</p>`],
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

describe('a note was added when it stands there more often than before', () => {
  test.each([
    ['not at all', 'Hello', 'Call back', 0],
    ['in one line with others', 'Hello Call back Bye', 'Call back', 1],
    ['twice, one behind the other', 'Call back Call back', 'Call back', 2],
    ['behind a date', '[2026-03-02 09:14] Call back', 'Call back', 1],
    ['without its tags', 'Call back', '<b>Call</b> back', 1],
    ['with its tags as text', '&lt;b&gt;Call&lt;/b&gt; back', '<b>Call</b> back', 1],
    ['without words', 'Hi 👍👍', '👍', 2],
    ['as a part of a longer word', 'Recall back', 'Call back', 0],
  ])('%s', (_how, notes, sought, times) => {
    expect(timesNoted(notes, sought)).toBe(times);
  });
});
