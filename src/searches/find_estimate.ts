import { estimate } from '../records/estimate.ts';
import { findAction } from '../builders/find.ts';

/** Finds an estimate. */
export const findEstimate = findAction(estimate);
