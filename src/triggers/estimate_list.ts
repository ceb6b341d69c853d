import { estimate } from '../records/estimate.ts';
import { dropdown } from '../builders/dropdown.ts';

/** The dropdown of estimates. */
export const estimateList = dropdown(estimate);
