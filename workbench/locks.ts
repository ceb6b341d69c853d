import { mapFields } from './mapping.ts';

/** Runs a step alone where its operation asks for a lock, as Zapier does. */
export interface Locks {
  hold: <T>(method: string, bundle: Record<string, unknown>, work: () => Promise<T>) => Promise<T>;
}

/** Reads each operation's `lock` from the app; its key may name fields of the step. */
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
