import { complain, read, type Reading } from './reading.ts';

const longest = 200;

/**
 * Reads the id of a record. The address of its page in CleanEstimate Pro is taken for the id at its end.
 * @param text cleaned
 * @returns a complaint for a name, an email or a phone number, which some people map here: the API would say that there
 *   is no such record
 */
export function readRecordId(text: string): Reading<string> {
  const id = /^https?:\/\/\S+?\/admin\/\w+\/([\w-]+)(?:[/?#]\S*)?$/.exec(text)?.[1] ?? text;
  // No id we know of has blanks, an @ or a +. One of this length without a digit is a name or a word.
  const isName = id.length < 20 && !/\d/.test(id);
  const isPhone = /^\d{3}[-.]\d{3}[-.]\d{4}$/.test(id);
  const isId = id.length <= longest && /^[\w.:~-]+$/.test(id) && !isName && !isPhone;
  return isId ? read(id) : complain('is not a record: pick one from the list, or map the ID of a Find step');
}
