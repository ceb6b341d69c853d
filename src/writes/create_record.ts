import type { Bundle, ZObject } from 'zapier-platform-core';
import { writeContext } from '../api/error_context.ts';
import type { ApiCall } from '../api/request.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import type { Form } from '../forms/labels.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import { isSurelyMissing } from './evidence.ts';
import type { Write } from './write_key.ts';
import { writeOnce } from './write_once.ts';

/** A create on its way to the API. */
export interface RecordWrite extends Write {
  /** The form whose labels name the fields that the API refuses. */
  form: Form;
}

/**
 * Creates a record, once: see `write_key.ts`.
 * @returns the record as the API stored it
 * @throws the errors of `zapierError`; Error when no time is left to hear how the write ends
 */
export function createRecord(
  z: ZObject,
  bundle: Bundle,
  kind: RecordKind,
  write: RecordWrite,
): Promise<ApiRecord> {
  const context = { ...writeContext(kind, write.form), referenced: write.uniqueReference !== undefined };
  const call: ApiCall = { method: 'POST', path: [kind.path] };
  return withZapierErrors(context, () =>
    writeOnce(z, bundle, call, write, (since) => isSurelyMissing(z, kind, write.body, since)),
  );
}
