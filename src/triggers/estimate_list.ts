import { estimate } from '../records/estimate.ts';
import { dropdown } from './dropdown.ts';

/** The dropdown of estimates. */
export const estimateList = dropdown(estimate);
