import type { Trigger } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { choice, required } from '../kinds.ts';
import { listInStatus } from '../lists.ts';
import type { RecordKind } from '../records/record.ts';
import { pollingTrigger } from './polling.ts';

/** Builds the trigger for records that enter a status. It works with test keys too, which have no webhooks. */
export function inStatus(record: RecordKind): Trigger {
  const { noun, title, statuses } = record;
  return pollingTrigger({
    key: `${noun}_in_status`,
    label: `${title} in Status`,
    description: `Triggers when ${/^[aei]/.test(noun) ? 'an' : 'a'} ${noun} enters the status you choose.`,
    record,
    form: zod.object({
      status: required(
        choice({
          label: 'Status',
          helpText: `The status that starts the Zap, once for each ${noun}.`,
          choices: statuses,
        }),
      ),
    }),
    list: (z, { status }) => listInStatus(z, record, status),
    fires: (entry, { status }) => entry.status === status,
  });
}
