import * as zod from 'zod/mini';
import { dateOf } from '../api/newest_first.ts';
import { spanField } from '../builders/span_field.ts';
import { latestDays, waitingTrigger } from '../builders/waiting.ts';
import { lead } from '../records/lead.ts';

const usual = 24;

/** A lead that nobody has worked on for some hours. */
export const leadWaiting = waitingTrigger({
  key: 'lead_waiting',
  label: 'Lead Waiting',
  description: 'Triggers when a lead is still new some hours after it came in.',
  kind: lead,
  form: zod.object({
    hours: spanField(
      { usual, unit: 'hour', most: 8760 },
      {
        label: 'Hours',
        helpText: `Hours after the lead came in. Leads that waited over ${latestDays} days longer never start the Zap.`,
      },
    ),
  }),
  daysOf: ({ hours = usual }) => hours / 24,
  statusesOf: () => ['new'],
  startOf: (record) => dateOf(record, 'created_at'),
  // A lead that is new again has changed, however long ago it came.
  by: 'updated_at',
});
