import * as zod from 'zod/mini';
import { statusChoice } from '../forms/choice_kinds.ts';
import { newestRecords } from '../api/lists.ts';
import { client } from '../records/client.ts';
import { pollingTrigger } from '../builders/polling.ts';

/** A new client. Polled, since CleanEstimate Pro sends no event for clients. */
export const newClient = pollingTrigger({
  key: 'new_client',
  label: 'New Client',
  description: 'Triggers when a new client is added.',
  kind: client,
  form: zod.object({
    status: statusChoice({
      label: 'Status',
      helpText: 'Only clients with this status. Leave blank for all.',
      choices: client.statuses,
    }),
  }),
  list: (z) => newestRecords(z, client),
  fires: (entry, { status }) => status === undefined || entry.status === status,
});
