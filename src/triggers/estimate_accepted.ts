import { estimate } from '../records/estimate.ts';
import { minimumTotal } from '../builders/filters.ts';
import { reached } from '../builders/happened.ts';
import { instantTrigger } from '../builders/instant.ts';

/** An estimate that the customer accepted. */
export const estimateAccepted = instantTrigger({
  key: 'estimate_accepted',
  label: 'Estimate Accepted',
  description: 'Triggers when a customer accepts an estimate.',
  event: 'estimate.accepted',
  kind: estimate,
  happened: reached(estimate, 'approved', 'accepted_at'),
  filters: [minimumTotal(estimate)],
});
