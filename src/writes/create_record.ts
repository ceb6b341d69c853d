import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { writeContext } from '../api/error_context.ts';
import type { ApiCall } from '../api/request.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import type { Form } from '../forms/labels.ts';
import { connectionMark } from '../lib/connection.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import { lookFor } from './look_for.ts';
import { requireTime } from './require_time.ts';
import { sendOnce } from './send_once.ts';
import { worldOf } from './world_of.ts';
import type { Write } from './write_once.ts';
import type { WriteWorld } from './write_world.ts';

/** A create on its way to the API. */
export interface RecordWrite extends Omit<Write, 'mark' | 'lookUp'> {
  body: Record<string, unknown>;
  /** Looks up, or saves, what belongs into its body, such as the client of a job. */
  lookUp?: (() => Promise<LookedUp>) | undefined;
  /** The form whose labels name the fields that the API refuses. */
  form: Form;
  /** The body to send instead when the API refuses this one for what can be left out; undefined when it cannot be. */
  withoutRefused?: (error: ApiError) => Record<string, unknown> | undefined;
}

/** What was looked up for a record. */
export interface LookedUp {
  /** Ids that belong into its body: they are remembered, so that a later run sends the same. */
  ids?: Record<string, string>;
  /** What a customer's record says and belongs into its body: it is never remembered, but looked up again. */
  details?: Record<string, string>;
  /** What was saved for it: "client". */
  saved?: string | undefined;
}

/**
 * Creates a record, once: see `write_state.ts`.
 * @returns the record as the API stored it
 * @throws the errors of `zapierError` and of `write_error.ts`
 */
export function createRecord(
  z: ZObject,
  bundle: Bundle,
  kind: RecordKind,
  write: RecordWrite,
): Promise<ApiRecord> {
  const { action, written, form, lookUp, withoutRefused } = write;
  let details: Record<string, string> | undefined;
  const found =
    lookUp &&
    (async (): Promise<Record<string, string>> => {
      const { ids = {}, saved, ...its } = await lookUp();
      requireTime(z, saved);
      ({ details } = its);
      return ids;
    });
  const attempt = (
    its: Pick<Write, 'action' | 'written'>,
    body: Record<string, unknown>,
  ): Promise<ApiRecord> => {
    requireTime(z);
    const whole = { ...write, ...its, mark: connectionMark(bundle), lookUp: found };
    const call = (remembered: Record<string, string>): ApiCall => ({
      method: 'POST',
      path: [kind.path],
      body: { ...body, ...details, ...remembered },
    });
    // Without the details: they may have changed since it was first sent.
    const look: WriteWorld['look'] = ({ sinceMs, others, lookedUp }) =>
      lookFor(z, kind, { ...body, ...lookedUp }, sinceMs, others);
    return sendOnce(writeContext(kind, form, body), worldOf(z, bundle, kind, call, look), whole);
  };
  return withZapierErrors(writeContext(kind, form, write.body), async () => {
    try {
      return await attempt({ action, written }, write.body);
    } catch (error) {
      const refused = error instanceof ApiError && [400, 422].includes(error.status);
      const body = refused ? withoutRefused?.(error) : undefined;
      if (body === undefined) throw error;
      // A write of its own, so that a replay is refused in the same way and then finds this one saved.
      return attempt({ action: `${action} without refused details`, written }, body);
    }
  });
}
