import { complain, read, type Reading } from './reading.ts';

const yes =
  /^(?:(?:yes|yep|yeah|yup|sure|ok|okay|y)(?:[\s,]+(?:please|sure|thanks|thank you|i do))?|true|t|on|1(?:\.0)?|\[?x\]?|checked|ticked|selected|included?|enabled|✓|✔️?|☑️?|✅)$/;
const no =
  /^(?:(?:no|nope|n)(?:[\s,]+(?:please|thanks|thank you|i don't))?|nah|not now|false|f|off|0(?:\.0)?|\[ ?\]|unchecked|excluded?|disabled|not (?:checked|selected|included)|✗|✘|☐|❌)$/;

/**
 * Reads yes or no as people and other apps write it.
 * @param text cleaned: "Yes, please", "TRUE", "on", "off", "checked"
 */
export function readYesNo(text: string): Reading<boolean> {
  const plain = text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[✓✔☑✅]\uFE0F? (?=\S)|[.!\s]+$/g, '');
  if (yes.test(plain)) return read(true);
  return no.test(plain) ? read(false) : complain('has to be yes or no');
}
