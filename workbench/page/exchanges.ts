import { AsyncLocalStorage } from 'node:async_hooks';
import type { ZObject } from 'zapier-platform-core';
import { sentenceOf } from '../../command_line/command.ts';
import { isObject, parseJson } from '../../src/lib/guards.ts';
import { shown } from '../changes.ts';
import type { Platform } from '../platform.ts';
import type { Exchange } from './wire.ts';

const tape = new AsyncLocalStorage<Exchange[]>();

interface Answered {
  status: number;
  content: string;
  headers: unknown;
  request: { method?: unknown; url?: unknown; body?: unknown; headers?: unknown };
}

/** The app with a first look at every answer, before its own code reads it: so the answers of failures are seen too. */
export function withExchanges<T extends { afterResponse?: unknown }>(app: T): T {
  const own: unknown[] = Array.isArray(app.afterResponse) ? app.afterResponse : [];
  return { ...app, afterResponse: [note, ...own] };
}

/** A platform that keeps what each run asked of the API. */
export interface RecordedPlatform extends Platform {
  /** The requests of the run that was given this input. */
  exchangesOf: (inputData: unknown) => Exchange[];
}

/** Makes a platform keep the requests of each run, by the run's input. */
export function recorded(platform: Platform): RecordedPlatform {
  const kept = new WeakMap<object, Exchange[]>();
  return {
    ...platform,
    exchangesOf: (inputData) => (isObject(inputData) ? (kept.get(inputData) ?? []) : []),
    run: (method, bundle = {}, conditions = {}) => {
      const exchanges: Exchange[] = [];
      if (isObject(bundle.inputData)) kept.set(bundle.inputData, exchanges);
      return tape.run(exchanges, () => platform.run(method, bundle, { ...conditions, equip: withFailures }));
    },
  };
}

function note(response: Answered): Answered {
  const { method, url, body, headers } = response.request;
  tape.getStore()?.push({
    method: String(method),
    url: String(url),
    status: response.status,
    sent: readable(body),
    got: readable(response.content),
    headers: texts(headers),
    answerHeaders: texts(response.headers),
  });
  return response;
}

// A request without an answer passes no middleware.
function withFailures(z: ZObject): ZObject {
  const request = async (...given: unknown[]): Promise<unknown> => {
    const before = tape.getStore()?.length;
    try {
      const answered: unknown = await Reflect.apply(z.request, undefined, given);
      return answered;
    } catch (error) {
      const [options] = given;
      if (tape.getStore()?.length === before && isObject(options))
        tape.getStore()?.push({
          method: String(options.method),
          url: String(options.url),
          status: 0,
          sent: readable(options.body),
          got: sentenceOf(error),
          headers: texts(options.headers),
          answerHeaders: {},
        });
      throw error;
    }
  };
  return Object.assign({}, z, { request });
}

function readable(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return body ?? null;
  return parseJson(body) ?? body;
}

// The platform has the headers of an answer in an object of its own.
function texts(headers: unknown): Record<string, string> {
  const plain: unknown = JSON.parse(JSON.stringify(headers ?? {}));
  const entries: [string, unknown][] = isObject(plain) ? Object.entries(plain) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), shown(value)]));
}
