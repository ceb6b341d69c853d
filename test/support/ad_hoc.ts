import { createAppTester, type Bundle, type ZObject } from 'zapier-platform-core';
import App from '../../index.ts';

/** An API key in the documented form. */
export const someKey = 'ce_live_1a2b3c4d_123456789012345678901234';

/** Runs a function with the app's `z` object and a bundle, as if it were a step. Lets a test do what no operation does. */
export function adHoc<T>(work: (z: ZObject, bundle: Bundle) => Promise<T>): Promise<T> {
  // Otherwise the platform would patch Node's http module, which all test files in a worker share.
  const app = { ...App, flags: { ...App.flags, skipHttpPatch: true } };
  return createAppTester(app)(work, { authData: { api_key: someKey } });
}
