import { createAppTester, type ZObject } from 'zapier-platform-core';
import App from '../../index.ts';

/** A key as the product makes them. */
export const someKey = 'ce_live_1a2b3c4d_123456789012345678901234';

/** Runs what no operation of the app does, as a step of it. */
export function adHoc<T>(work: (z: ZObject) => Promise<T>): Promise<T> {
  // Or the platform takes over Node's http module, which is the same for all test files of a worker.
  const app = { ...App, flags: { ...App.flags, skipHttpPatch: true } };
  return createAppTester(app)(work, { authData: { api_key: someKey } });
}
