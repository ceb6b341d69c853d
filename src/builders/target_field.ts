import { recordId, required } from '../forms/kinds.ts';
import type { RecordKind } from '../records/record.ts';

/** The dropdown of the record that an action changes. */
export function targetField({ noun, title }: RecordKind) {
  return required(
    recordId({
      label: title,
      helpText: `The ${noun} to change. Pick it, or map it from another step such as Find ${title}.`,
      dynamic: `${noun}_list.id.label`,
      search: `find_${noun}.id`,
    }),
  );
}
