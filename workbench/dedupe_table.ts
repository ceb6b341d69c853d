import { isObject } from '../src/lib/guards.ts';

/** What Zapier remembers of the items that a Zap's trigger has returned. It is empty when the Zap is turned on. */
export interface DedupeTable {
  /** Adds items, and returns those that were not in it. */
  add: (items: unknown[]) => unknown[];
}

/**
 * Starts the dedupe table of a polling trigger.
 * @param outputFields the fields of the trigger: those marked `primary` tell items apart, else their `id` does
 */
export function dedupeTable(outputFields: unknown): DedupeTable {
  const fields: unknown[] = Array.isArray(outputFields) ? outputFields : [];
  const primary = fields.filter(isObject).filter((field) => field.primary === true);
  const keys = primary.length > 0 ? primary.map(({ key }) => String(key)) : ['id'];
  const known = new Set<string>();
  return {
    add: (items) =>
      items.filter((item) => {
        const mark = JSON.stringify(keys.map((key) => (isObject(item) ? item[key] : item)));
        const isNew = !known.has(mark);
        known.add(mark);
        return isNew;
      }),
  };
}
