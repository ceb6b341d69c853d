import { defineApp, version as platformVersion } from 'zapier-platform-core';
import packageJson from './package.json' with { type: 'json' };
import { checkResponse, prepareRequest } from './src/api/middleware.ts';
import { authentication } from './src/authentication.ts';
import * as creates from './src/creates/index.ts';
import * as searches from './src/searches/index.ts';
import * as searchOrCreates from './src/searches/search_or_creates.ts';
import * as triggers from './src/triggers/index.ts';

function byKey<T extends { key: string }>(operations: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.values(operations).map((operation) => [operation.key, operation]));
}

export default defineApp({
  version: packageJson.version,
  platformVersion,
  authentication,
  beforeRequest: [prepareRequest],
  afterResponse: [checkResponse],
  flags: {
    // Blank fields reach us as they are: a form decides what blank means.
    cleanInputData: false,
    // The platform does not understand a date in Retry-After, so that we read 429 ourselves.
    throwForThrottlingEarly: false,
  },
  triggers: byKey(triggers),
  creates: byKey(creates),
  searches: byKey(searches),
  searchOrCreates: byKey(searchOrCreates),
});
