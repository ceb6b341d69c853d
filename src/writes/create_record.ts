import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
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
  /** The body to send instead when the API refuses this one for what can be left out; undefined when it cannot be. */
  withoutRefused?: (error: ApiError) => Record<string, unknown> | undefined;
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
  const context = {
    ...writeContext(kind, write.form, write.body),
    referenced: write.uniqueReference !== undefined,
  };
  const call: ApiCall = { method: 'POST', path: [kind.path] };
  const attempt = (action: string, body: Record<string, unknown>): Promise<ApiRecord> =>
    writeOnce(z, bundle, call, { ...write, action, body }, (since) => isSurelyMissing(z, kind, body, since));
  return withZapierErrors(context, async () => {
    try {
      return await attempt(write.action, write.body);
    } catch (error) {
      const refused = error instanceof ApiError && [400, 422].includes(error.status);
      const body = refused ? write.withoutRefused?.(error) : undefined;
      if (body === undefined) throw error;
      // A write of its own, so that a replay is refused in the same way and then finds this one saved.
      return attempt(`${write.action} without refused details`, body);
    }
  });
}
