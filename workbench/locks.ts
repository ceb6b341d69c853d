import { mapFields } from './mapping.ts';

/** Zapier's locks: steps whose operation has a `lock` run one after the other if the lock's key is the same. */
export interface Locks {
  hold: <T>(method: string, bundle: Record<string, unknown>, work: () => Promise<T>) => Promise<T>;
}

/**
 * Creates the locks of an app.
 * @param app the definition, whose operations may have `lock.key` with placeholders such as
 *   `{{bundle.inputData.record_id}}`
 */
export function createLocks(app: object): Locks {
  const waiting = new Map<string, Promise<unknown>>();
  return {
    hold: async (method, bundle, work) => {
      const template = /^(creates|searches)\.\w+\.operation\.perform$/.test(method)
        ? lockOf(app, method)
        : undefined;
      if (template === undefined) return work();
      const key = String(mapFields({ key: template }, { bundle }).key);
      const turn = (waiting.get(key) ?? Promise.resolve()).then(work, work);
      waiting.set(key, turn);
      return turn;
    },
  };
}

function lockOf(app: object, method: string): string | undefined {
  const path = [...method.split('.').slice(0, 3), 'lock', 'key'];
  const key = path.reduce<unknown>(
    (part, name) => Object.entries(part ?? {}).find(([own]) => own === name)?.[1],
    app,
  );
  return typeof key === 'string' ? key : undefined;
}
