import { defineApp, version as platformVersion } from 'zapier-platform-core';
import packageJson from './package.json' with { type: 'json' };
import { authentication } from './src/authentication.ts';
import * as creates from './src/creates/index.ts';
import { client } from './src/records/client.ts';
import { lead } from './src/records/lead.ts';
import { checkAnswer, prepareRequest } from './src/api/middleware.ts';
import { searchOrCreate } from './src/builders/search_or_create.ts';
import * as searches from './src/searches/index.ts';
import * as triggers from './src/triggers/index.ts';

function byKey<T extends { key: string }>(operations: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.values(operations).map((operation) => [operation.key, operation]));
}

export default defineApp({
  version: packageJson.version,
  platformVersion,
  authentication,
  beforeRequest: [prepareRequest],
  afterResponse: [checkAnswer],
  flags: {
    // Blank fields reach us as they are: whether blank means "leave as is" is the form's to say.
    cleanInputData: false,
    // 429 is ours to read: the platform does not understand a date in Retry-After.
    throwForThrottlingEarly: false,
  },
  triggers: byKey(triggers),
  creates: byKey(creates),
  searches: byKey(searches),
  searchOrCreates: byKey({ lead: searchOrCreate(lead), client: searchOrCreate(client) }),
});
