import * as zod from 'zod/mini';
import { dateOf } from '../api/newest_first.ts';
import { spanField } from '../builders/span_field.ts';
import { latestDays, waitingTrigger } from '../builders/waiting.ts';
import { onlyChoice } from '../forms/choice_kinds.ts';
import { dayMs } from '../lib/day_ms.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { estimate } from '../records/estimate.ts';
import { momentIn } from '../records/moment_in.ts';

const defaultDays = 3;
const both = 'both';

/** An estimate that the customer has not answered for some days. */
export const estimateAwaitingResponse = waitingTrigger({
  key: 'estimate_awaiting_response',
  label: 'Estimate Awaiting Response',
  description: 'Triggers when a sent estimate has had no answer for some days.',
  kind: estimate,
  form: zod.object({
    days: spanField(
      { usual: defaultDays },
      {
        label: 'Days',
        helpText: `How many days after it was sent. Estimates that waited over ${latestDays} days longer never start the Zap.`,
      },
    ),
    status: onlyChoice({
      label: 'Status',
      helpText: 'Whether the customer has opened it. Both when left blank.',
      choices: [
        { value: both, label: 'Both' },
        { value: 'sent', label: 'Sent', aliases: ['Not Viewed', 'Unopened'] },
        { value: 'viewed', label: 'Viewed', aliases: ['Opened'] },
      ],
    }),
  }),
  daysOf: ({ days = defaultDays }) => days,
  statusesOf: ({ status = both }) => (status === both ? ['sent', 'viewed'] : [status]),
  waits: (record, { days = defaultDays }) => {
    const age = Date.now() - (dateOf(record, 'created_at') ?? Date.now());
    return sentAt(record) !== undefined || age <= (days + latestDays) * dayMs;
  },
  // Without the moment of sending the last change is the nearest to it.
  startOf: (record) => sentAt(record) ?? dateOf(record, 'updated_at'),
  by: 'updated_at',
});

// Assumed: `sent_at`. What was opened was sent before.
function sentAt({ sent_at, viewed_at, first_viewed_at }: ApiRecord): number | undefined {
  return momentIn(sent_at) ?? momentIn(first_viewed_at) ?? momentIn(viewed_at);
}
