import { randomUUID } from 'node:crypto';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { recordIn, type ApiRecord } from '../api/response.ts';
import { timeLeftMs } from '../api/deadline.ts';
import { outOfTime, zapierError, type Doing } from '../api/zapier_error.ts';
import { ApiFailure } from '../api/api_error.ts';
import { keyForWrite, verdictOn, type Write } from './write_key.ts';
import type { Form } from '../forms/labels.ts';
import { isSurelyMissing } from './evidence.ts';
import type { RecordKind } from '../records/record.ts';
import { send, type Call } from '../api/request.ts';
import { stepBudgetMs } from '../settings.ts';

/** A create or an update on its way to the API. */
export interface RecordWrite extends Write {
  /** The form whose labels name the fields that the API refuses. */
  form: Form;
}

/**
 * Reads one record.
 * @throws ApiFailure: what 403, 404 and 405 mean depends on who asks
 */
export async function readRecord(z: ZObject, record: RecordKind, id: string): Promise<ApiRecord> {
  return recordIn(await send(z, { method: 'GET', path: [record.path, id] })) ?? unreadable();
}

/**
 * Creates a record, once: see `idempotency.ts`.
 * @returns the record as the API stored it
 * @throws the errors of `zapierError`
 */
export function createRecord(
  z: ZObject,
  bundle: Bundle,
  record: RecordKind,
  write: RecordWrite,
): Promise<ApiRecord> {
  const doing = { ...writing(record, write.form), referenced: write.uniqueReference !== undefined };
  const call: Call = { method: 'POST', path: [record.path] };
  return speaking(doing, () =>
    writeOnce(z, bundle, call, write, (since) => isSurelyMissing(z, record, write.body, since)),
  );
}

/**
 * Changes what is named in the body and nothing else. Sending it twice changes nothing more, so any key will do.
 * @returns the record as the API stored it
 * @throws the errors of `zapierError`
 */
export async function updateRecord(
  z: ZObject,
  record: RecordKind,
  id: string,
  { body, form }: Pick<RecordWrite, 'body' | 'form'>,
): Promise<ApiRecord> {
  const call: Call = { method: 'PATCH', path: [record.path, id], body, idempotencyKey: randomUUID() };
  requireTime(z);
  return speaking(
    { ...writing(record, form), targeted: true },
    async () => recordIn(await send(z, call)) ?? unreadable(),
  );
}

/**
 * Sends a write under the key that makes it happen once.
 * @param isMissing whether a write that began then has surely made no record; without it that is not known
 * @throws ApiFailure; the key is kept for a replay when nobody knows how the write ended
 */
export async function writeOnce(
  z: ZObject,
  bundle: Bundle,
  call: Call,
  write: Write,
  isMissing: (since: number) => Promise<boolean> = () => Promise.resolve(false),
): Promise<ApiRecord> {
  requireTime(z);
  const key = await keyForWrite(z, bundle, write);
  try {
    const body = await send(z, { ...call, body: write.body, idempotencyKey: key.value });
    const record = recordIn(body) ?? unreadable();
    await key.succeed();
    return record;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const verdict = verdictOn(error, key);
    const ended = verdict === 'ended' || (verdict === 'ended unless made' && (await isMissing(key.since)));
    await (ended ? key.spend() : key.keep());
    throw error;
  }
}

// What leaves now must have the time to come back before Zapier stops the step.
function requireTime(z: ZObject): void {
  if (timeLeftMs(z) < stepBudgetMs() / 8) throw outOfTime();
}

/** Runs a piece of work whose ApiFailure, if any, leaves in words. */
export async function speaking<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiFailure ? zapierError(error, doing) : error;
  }
}

/** What `zapierError` needs to know of a read. */
export function reading(record: RecordKind): Doing {
  return { noun: record.noun, scope: `${record.path}:read` };
}

function writing(record: RecordKind, form: Form): Doing {
  return { noun: record.noun, scope: `${record.path}:write`, writes: true, form };
}

/** An answer without what it should hold counts as trouble of the API. */
export function unreadable(): never {
  throw new ApiFailure({ status: 200, content: '' });
}
