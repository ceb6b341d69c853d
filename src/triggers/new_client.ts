import * as zod from 'zod/mini';
import { dateOf } from '../api/newest_first.ts';
import { queriesBy, readPolled } from '../api/polled.ts';
import { pollingTrigger } from '../builders/polling.ts';
import { isInStatus, readInStatus } from '../builders/status_reading.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { dayMs } from '../lib/day_ms.ts';
import { client } from '../records/client.ts';

// How long a client counts as new: one who is a lead first still becomes active in this time.
const newDays = 30;

/** A new client. Polled, since CleanEstimate Pro sends no event for clients. */
export const newClient = pollingTrigger({
  key: 'new_client',
  label: 'New Client',
  description: 'Triggers when a new client is added.',
  kind: client,
  form: zod.object({
    status: statusChoice({
      label: 'Status',
      helpText: `Only clients with this status, also those who get it within ${newDays} days of being added. Leave blank for all.`,
      choices: client.statuses,
    }),
  }),
  read: async ({ z, values: { status }, purpose }) => {
    const since = Date.now() - (purpose === 'turning on' ? newDays + 1 : 1) * dayMs;
    if (status !== undefined) return readInStatus(z, client, { status, since, purpose });
    const by = 'created_at';
    return (await readPolled(z, client, { queries: queriesBy(by), by, since }, purpose)).records;
  },
  fires: (entry, { status }) => {
    // Where the API does not say when, Zapier still knows all that were there when the Zap was turned on.
    const isNew = Date.now() - (dateOf(entry, 'created_at') ?? Date.now()) <= newDays * dayMs;
    return isNew && (status === undefined || isInStatus(client, entry, status));
  },
});
