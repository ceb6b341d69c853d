import { estimate } from '../records/estimate.ts';
import { equalsStatus } from '../builders/filters.ts';
import { instantTrigger } from '../builders/instant.ts';

/** A new estimate. */
export const newEstimate = instantTrigger({
  key: 'new_estimate',
  label: 'New Estimate',
  description: 'Triggers when a new estimate is created.',
  event: 'estimate.created',
  kind: estimate,
  filters: [equalsStatus(estimate)],
});
