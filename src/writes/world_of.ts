import type { Bundle, ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import type { Collection } from '../api/collection.ts';
import { readRecord } from '../api/read.ts';
import { send, type ApiCall } from '../api/request.ts';
import { recordIn } from '../api/response.ts';
import { cacheOf } from '../lib/cache.ts';
import { runOf } from '../lib/run.ts';
import { busyUntilMs, hasTime, startOf } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { settlingMs } from '../settings.ts';
import type { WriteWorld } from './write_world.ts';

/**
 * The world of a write: Zapier's cache, the API and the clock.
 * @param call the request, with what was looked up for the write
 * @param look looks for the record of the write
 * @param recordOf takes the record out of a success
 */
export function worldOf(
  z: ZObject,
  bundle: Bundle,
  collection: Collection,
  call: (lookedUp: Record<string, string>) => ApiCall,
  look: WriteWorld['look'],
  recordOf: (answer: unknown) => ApiRecord | undefined = (answer) => recordIn(answer, collection),
): WriteWorld {
  // In the editor a person tests on purpose, and expects each test to write.
  const isTest = runOf(bundle).isLoadingSample === true;
  return {
    cache: isTest ? undefined : cacheOf(z, 'a replay of this write may not be recognized'),
    nowMs: () => Date.now(),
    beganMs: () => startOf(z),
    busyUntilMs: () => busyUntilMs(z),
    hasTime: () => hasTime(z),
    pause: (pauseMs) => new Promise((resolve) => setTimeout(resolve, pauseMs)),
    settlingMs: settlingMs(),
    send: async (key, lookedUp) => {
      try {
        const { data, location } = await send(z, { ...call(lookedUp), idempotencyKey: key });
        const record = recordOf(data);
        return record === undefined ? { is: 'success', id: idIn(location) } : { is: 'record', record };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // Created, says the status; only the page that came with it cannot be read.
        if (error.status === 201 && error.origin === 'in between') return { is: 'success' };
        return { is: 'failure', error };
      }
    },
    look,
    read: async (id) => {
      try {
        return await readRecord(z, collection, id);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return undefined;
      }
    },
  };
}

// The last part of the address of what was made.
function idIn(location = ''): string | undefined {
  const path = location.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const part = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    // Half of an escaped letter: no address that anything can be read at.
    return undefined;
  }
}
