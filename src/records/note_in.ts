import { plainWords } from './comparing.ts';

/**
 * Whether a note stands among others, as a paragraph or several. How an API writes it does not matter: line breaks,
 * blanks around it, entities, tags, how accents are composed.
 */
export function isNoteIn(notes: string, note: string): boolean {
  const [there, sought] = [paragraphs(notes), paragraphs(note)];
  // Signs alone, such as an emoji, have no words to compare.
  if (sought.length === 0) return notes.includes(note.trim());
  return there.some((_, at) => sought.every((words, index) => there[at + index] === words));
}

/**
 * How often the paragraphs of a note stand among others, wherever that is: an API may put all into one line, or a date in
 * front of each. More often than before means that the note was added.
 */
export function timesNoted(notes: string, note: string): number {
  const there = ` ${paragraphs(notes).join(' ')} `;
  const sought = paragraphs(note);
  if (sought.length === 0) return notes.split(note.trim()).length - 1;
  return Math.min(...sought.map((words) => timesIn(there, ` ${words} `)));
}

// The blank behind one is the blank before the next.
function timesIn(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length - 1)) times += 1;
  return times;
}

function paragraphs(text: string): string[] {
  return text
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/<br\s*\/?>|\\n|\r\n?/gi, '\n')
    .replace(/<\/(?:p|div|li)>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .split(/\n\s*\n/)
    .map(plainWords)
    .filter((words) => words !== '');
}
