import { isObject, parseJson } from '../lib/guards.ts';
import { cleanLines, cleanText, isPlaceholder, type Decode } from './cleaning.ts';

/** What a reader may have to know beside the text. */
export interface ReadingContext {
  /** Zapier's time zone, an IANA name; undefined when Zapier tells none. */
  timeZone: string | undefined;
  /** True when the form changes a record: what is blank in it has a value that we do not see. */
  changesRecord: boolean;
  /** What was filled in in another field of the same form, or of the same line. */
  beside: (key: string) => string | undefined;
}

/** What was filled in in one field, cleaned, on its way to the field's reader. */
export class Typed {
  /** Cleaned, with line breaks where there were some. */
  readonly text: string;
  /** The items of a list, each cleaned; of anything else the text alone. */
  readonly items: readonly string[];
  /** The text to the letter, but for what nobody sees: for fields of long text. */
  readonly long: string;
  readonly context: ReadingContext;
  /** True for a list in which some items were blank. */
  readonly hasGaps: boolean;

  constructor(long: string, items: readonly string[], context: ReadingContext, hasGaps = false) {
    this.long = long;
    this.items = items;
    this.text = items.join('\n');
    this.context = context;
    this.hasGaps = hasGaps;
  }
}

/** Cleans all that was filled in in a form. */
export interface FormCleaning {
  timeZone: string | undefined;
  changesRecord: boolean;
  /** Absent when nothing in the form is escaped. */
  decode: Decode | undefined;
}

/**
 * Cleans what was filled in, in the one place where every field of every form passes.
 * @param inputData as Zapier gives it: texts, numbers, yes and no, lists, and lines of fields
 * @returns the filled-in fields alone: each a Typed, or a list of lines of them; what is blank or a placeholder is left
 *   out
 */
export function cleanForm(
  inputData: Record<string, unknown>,
  cleaning: FormCleaning,
): Record<string, unknown> {
  const context: ReadingContext = {
    timeZone: cleaning.timeZone,
    changesRecord: cleaning.changesRecord,
    beside: (key) => {
      const value = Object.hasOwn(cleaned, key) ? cleaned[key] : undefined;
      return value instanceof Typed ? value.text : undefined;
    },
  };
  const cleaned: Record<string, unknown> = Object.fromEntries(
    Object.entries(inputData)
      .map(([key, value]) => [key, cleanValue(value, context, cleaning)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return cleaned;
}

function cleanValue(value: unknown, context: ReadingContext, cleaning: FormCleaning): unknown {
  if (isText(value)) return cleanScalar(String(value), context, cleaning);
  if (Array.isArray(value)) return cleanList(value, context, cleaning);
  if (!isObject(value)) return undefined;
  const group = cleanForm(value, cleaning);
  return Object.keys(group).length === 0 ? undefined : group;
}

function cleanScalar(text: string, context: ReadingContext, cleaning: FormCleaning): Typed | undefined {
  const long = cleanText(text);
  const items = itemsIn(long)
    .map((item) => cleanLines(item, cleaning.decode))
    .filter((item) => !isPlaceholder(item));
  return items.length === 0 ? undefined : new Typed(long, items, context);
}

// Some apps hand a list over as JSON. A list of numbers is none: a reference may look like one.
function itemsIn(text: string): string[] {
  const list = /^\s*\["[^]*"\]\s*$/.test(text) ? parseJson(text) : undefined;
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : [text];
}

function cleanList(list: unknown[], context: ReadingContext, cleaning: FormCleaning): unknown {
  const values = list.flatMap((item) => cleanValue(item, context, cleaning) ?? []);
  if (values.length === 0) return undefined;
  const texts = values.filter((value) => value instanceof Typed);
  if (texts.length < values.length) return values;
  const long = texts.map((typed) => typed.long).join('\n');
  return new Typed(
    long,
    texts.flatMap(({ items }) => items),
    context,
    texts.length < list.length,
  );
}

function isText(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
