import type { ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { fetchPage, readRecord, type ListQuery } from '../api/read.ts';
import { idText, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import { retryPauseMs } from '../settings.ts';
import type { Route } from './route.ts';

// The record has just come or changed: of lists in these orders the first page has it.
const newest: readonly ListQuery[] = [{ sort: 'updated_at' }, {}, { sort: undefined, order: undefined }];
const replicaPauses = 3;

/**
 * Looks up the record of a delivery: by its id, and where the API does not read by id, or does not know it, in the
 * newest page of the list. A 404 is asked once more, since a copy of the database may be a moment behind.
 * @returns undefined when it is not found, or may not be read (any 4xx but 401 and 429)
 * @throws ApiError for trouble of the API, and for 401 and 429
 */
export async function lookUp(
  z: ZObject,
  kind: RecordKind,
  id: string,
  route: Route,
): Promise<ApiRecord | undefined> {
  if (route.isMissing) return (await inNewestPage(z, kind, id)) ?? recordOf(await read(z, kind, id));
  let answer = await read(z, kind, id);
  if (answer === 404) {
    await new Promise((resolve) => setTimeout(resolve, retryPauseMs() * replicaPauses));
    answer = await read(z, kind, id);
  }
  if (typeof answer !== 'number') return answer;
  if (![404, 405, 501].includes(answer)) return undefined;
  const listed = await inNewestPage(z, kind, id);
  if (listed !== undefined || answer !== 404) await route.remember();
  return listed;
}

/** The record, or the status of the answer that refuses it. */
async function read(z: ZObject, kind: RecordKind, id: string): Promise<ApiRecord | number> {
  try {
    const record = await readRecord(z, kind, id);
    // An answer with another record in it is none about this one.
    return isAbout(record, kind, id) ? record : 404;
  } catch (error) {
    return refusal(error);
  }
}

async function inNewestPage(z: ZObject, kind: RecordKind, id: string): Promise<ApiRecord | undefined> {
  for (const query of newest) {
    try {
      const { records } = await fetchPage(z, kind, query);
      return records.find((record) => isAbout(record, kind, id));
    } catch (error) {
      if (![400, 422].includes(refusal(error))) return undefined;
    }
  }
  return undefined;
}

function refusal(error: unknown): number {
  if (!(error instanceof ApiError) || !isRefusal(error.status)) throw error;
  return error.status;
}

// The others are trouble that may pass, or mean that somebody has to connect again.
function isRefusal(status: number): boolean {
  return status === 501 || (status >= 400 && status < 500 && ![401, 408, 429].includes(status));
}

function isAbout(record: ApiRecord, { noun }: RecordKind, id: string): boolean {
  return ['id', `${noun}_id`, 'uuid', '_id'].some(
    (key) => idText(ownMember(record, key))?.toLowerCase() === id.toLowerCase(),
  );
}

function recordOf(answer: ApiRecord | number): ApiRecord | undefined {
  return typeof answer === 'number' ? undefined : answer;
}
