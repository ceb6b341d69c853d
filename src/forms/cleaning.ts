/** Decodes HTML entities in a text. */
export type Decode = (text: string) => string;

// Marks of direction, joints of width zero, soft hyphens, control characters: they come with what is copied from web
// pages and contacts, and nobody sees them.
const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/g;
// These two hold emoji and the letters of some scripts together; between others they are as invisible.
const loneJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])|(?<=[\u0000-\u024F])[\u200C\u200D]/gu;
// Signs that only change how their neighbours look.
const unseen = /[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const blank = /[^\S\n]+/g;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i;
// What forms and sheets write for nothing.
const words = [
  ...[
    'n/?\\.?a\\.?',
    'n / a',
    '#n/a',
    '#(?:ref|value|name|div/0|num|null|error|spill|calc)[!?]',
    'nan',
    'nil',
    'tb[ad]',
  ],
  ...[
    'none',
    'null',
    'undefined',
    'unknown',
    'not (?:applicable|available|provided|specified|given|set|found)',
  ],
  ...[
    'no (?:answer|response|name|data)',
    '[(<[](?:none|blank|empty|null|not set|undefined|unknown|no name)[)>\\]]',
  ],
  // A list from which nothing was picked.
  ...[
    '[-–—]+ ?(?:none|(?:please )?(?:select|choose)[a-z ]*) ?[-–—]+',
    '(?:please )?(?:select|choose)(?: ?\\.\\.\\.| ?…)',
  ],
  ...[
    'please (?:select|choose)(?: one)?',
    '(?:please )?(?:select|choose) (?:one|an option)(?: ?\\.\\.\\.| ?…)?',
  ],
  ...['-+', '–+', '—+', '_+', '\\.+', '…', '\\?+', '\\*+', '\\[\\]', '\\{\\}', '""', "''"],
  // A template that nobody filled in: {{first_name}}, %NAME%, *|FNAME|*, [first name].
  ...['\\{\\{[^{}]*\\}\\}', '%%?[a-z_]+%%?', '\\$?\\{[a-z_. ]*\\}', '\\*\\|[a-z_:]+\\|\\*', '<<[a-z_ ]+>>'],
  ...['\\[\\[[a-z_ ]+\\]\\]', '\\[(?:your |first |last |full )?(?:name|email|phone)\\]'],
];
const nothing = words.join('|');
const placeholder = new RegExp(String.raw`^(?:${nothing})(?:[\s,;|/]+(?:${nothing}))*\.?$`, 'i');
const missingPart = /(?<!\S)(?:undefined|null|nan|#?n\/a|\{\{[^{}]*\}\})(?!\S)/gi;
// A mapping that went wrong upstream: the text says nothing of what was meant.
const brokenMapping = /\[object \w+\]/;
const nothingElse = /^(?:\s*\[object \w+\][\s,;]*)+$/;

/**
 * Cleans a text of what nobody sees, whatever field it is for: invisible characters, other blanks than the usual one,
 * halves of emoji, letters that are composed of two characters (Unicode NFC). Line breaks stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(invisible, '')
    .replace(loneJoiner, '')
    .normalize('NFC');
}

/**
 * Cleans the text of a field that is no long text: single blanks, and HTML entities decoded, since web forms escape
 * what people type. Line breaks stay, since some fields take a value a line.
 * @param text as `cleanText` gives it
 */
export function cleanLines(text: string, decode: Decode | undefined): string {
  let plain = text;
  // Some apps escape twice: &amp;#39;
  for (let time = 0; time < 3 && decode !== undefined && entity.test(plain); time += 1)
    plain = cleanText(decode(plain));
  return plain
    .replace(blank, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** True for a text with HTML entities in it. */
export function hasEntities(text: string): boolean {
  return entity.test(text);
}

/** True for a text that means nothing: blank, or a placeholder such as N/A, or several of them. */
export function isPlaceholder(text: string): boolean {
  const plain = text.replace(unseen, '').replace(/\s+/g, ' ').trim();
  return plain === '' || (plain.length < 100 && placeholder.test(plain));
}

/**
 * A name without the words that stand for a part of it that was not there, and without what was to part the two:
 * "Taylor undefined", ", Taylor".
 * @returns '' when nothing is left
 */
export function withoutMissingParts(name: string): string {
  return name
    .replace(missingPart, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ ,;|/–-]+|[ ,;|/–-]+$/g, '');
}

/** True for a text with what JavaScript writes when an app turns a whole group of fields into text. */
export function isBrokenMapping(text: string): boolean {
  return brokenMapping.test(text);
}

/** True for a text that is nothing but that. */
export function isOnlyBrokenMapping(text: string): boolean {
  return nothingElse.test(text);
}
