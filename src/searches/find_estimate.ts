import { estimate } from '../records/estimate.ts';
import { findAction } from './find.ts';

/** Finds an estimate. */
export const findEstimate = findAction(estimate);
