import { plainWords } from './comparing.ts';

/**
 * Whether a note stands among others, as a paragraph or several. How an API writes it does not matter: line breaks,
 * blanks around it, entities, how accents are composed.
 */
export function isNoteIn(notes: string, note: string): boolean {
  const [there, sought] = [paragraphs(notes), paragraphs(note)];
  // Signs alone, such as an emoji, have no words to compare.
  if (sought.length === 0) return notes.includes(note.trim());
  return there.some((_, at) => sought.every((words, index) => there[at + index] === words));
}

function paragraphs(text: string): string[] {
  return text
    .replace(/<br\s*\/?>|\\n|\r\n?/gi, '\n')
    .split(/\n\s*\n/)
    .map(plainWords)
    .filter((words) => words !== '');
}
