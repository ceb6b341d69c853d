import { estimate } from '../records/estimate.ts';
import { equalsStatus } from './filters.ts';
import { instantTrigger } from './instant.ts';

/** A new estimate. */
export const newEstimate = instantTrigger({
  key: 'new_estimate',
  label: 'New Estimate',
  description: 'Triggers when a new estimate is created.',
  event: 'estimate.created',
  record: estimate,
  filters: [equalsStatus(estimate)],
});
