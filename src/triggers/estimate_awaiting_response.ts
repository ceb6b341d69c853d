import { newestRecords, statusQueries } from '../api/lists.ts';
import { estimate } from '../records/estimate.ts';
import { afterDays, ageInDays, firedEarlier } from '../builders/after_days.ts';
import { pollingTrigger } from '../builders/polling.ts';

const defaultDays = 3;

/** An estimate that the customer has not answered for some days. */
export const estimateAwaitingResponse = pollingTrigger({
  key: 'estimate_awaiting_response',
  label: 'Estimate Awaiting Response',
  description: 'Triggers when a sent estimate has had no answer for some days.',
  kind: estimate,
  form: afterDays(defaultDays, 'How many days after it was sent.'),
  list: (z, { days = defaultDays }) =>
    newestRecords(z, estimate, statusQueries(estimate, 'sent'), ({ updated_at }) =>
      firedEarlier(updated_at, days),
    ),
  // Assumed: `sent_at`. Without it the last change is the nearest to the sending.
  fires: ({ status, sent_at, updated_at }, { days = defaultDays }) =>
    status === 'sent' && ageInDays(sent_at ?? updated_at) >= days,
});
