import type { Bundle, ZObject } from 'zapier-platform-core';
import App from '../../index.ts';

const paths: Record<string, string> = {
  create_lead: '/leads',
  create_client: '/clients',
  create_job: '/jobs',
  create_estimate: '/estimates',
};

/** Writes a record. `body` is what is filled in, without the Unique Reference; `path` is where the API takes it. */
type Write = (z: ZObject, path: string, body: Record<string, unknown>) => Promise<object>;

/** The app with another writer in the place of its own. */
export function appThat(write: Write): typeof App {
  const creates = Object.entries(App.creates).map(([key, action]) => {
    const path = paths[key];
    if (path === undefined) return [key, action] as const;
    const perform = (z: ZObject, { inputData }: Bundle): Promise<object> => {
      const { unique_reference: _reference, ...body } = inputData;
      return write(z, path, body);
    };
    return [key, { ...action, operation: { ...action.operation, perform } }] as const;
  });
  return { ...App, creates: Object.fromEntries(creates) };
}
