import { haltedError } from './app_error.ts';

/** Somebody other than CleanEstimate Pro sent a delivery. Halted, so that a stranger cannot get a Zap turned off. */
export function forgedDelivery(): Error {
  return haltedError('A delivery was ignored because CleanEstimate Pro did not sign it. Nothing was done.');
}
