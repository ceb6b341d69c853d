import App from '../../index.ts';
import { checkResponse, prepareRequest } from '../../src/api/middleware.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { OwnOperation } from './own_operations.ts';

/**
 * Prepares an operation to run without platform and network, so that only the app's own code, middleware included,
 * takes time. Every request gets the same answer from memory.
 * @param answer the parsed body of the answer
 * @returns runs the operation once, and resolves to the time in milliseconds
 * @throws TypeError when the app has no such operation
 */
export function ownCode({ path, bundle }: OwnOperation, key: string, answer: unknown): () => Promise<number> {
  const perform = at(App, [...path, 'operation', 'perform']);
  if (typeof perform !== 'function') throw new TypeError(`There is no operation ${path.join('.')}.`);
  const response = {
    status: 200,
    content: JSON.stringify(answer),
    data: answer,
    request: {},
    getHeader: () => undefined,
  };
  return async () => {
    const whole = { meta: {}, ...bundle, authData: { api_key: key } };
    const z = memoryZ(response, whole);
    const begin = performance.now();
    await Reflect.apply(perform, undefined, [z, whole]);
    return performance.now() - begin;
  };
}

/** The value at a path of keys through nested objects; undefined when there is none. */
export function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  return isObject(value) ? at(value[key], rest) : undefined;
}

function memoryZ(response: object, bundle: object): object {
  const cache = new Map<string, unknown>();
  const z = {
    request: async (options: object) => {
      await Reflect.apply(prepareRequest, undefined, [options, z, bundle]);
      const checked: unknown = await Reflect.apply(checkResponse, undefined, [response, z, bundle]);
      return checked;
    },
    cache: {
      get: (slot: string) => Promise.resolve(cache.get(slot) ?? null),
      set: (slot: string, value: unknown) => Promise.resolve(cache.set(slot, value).has(slot)),
      delete: (slot: string) => Promise.resolve(cache.delete(slot)),
    },
    console: { log: () => undefined },
  };
  return z;
}
