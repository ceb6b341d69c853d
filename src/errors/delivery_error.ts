import { appError, haltedError } from './app_error.ts';

/** Somebody other than CleanEstimate Pro sent a delivery. Halted, so that a stranger cannot get a Zap turned off. */
export function forgedDelivery(): Error {
  return haltedError('A delivery was ignored because CleanEstimate Pro did not sign it. Nothing was done.');
}

/** The API registered a webhook without telling its signing secret: nobody could tell its deliveries from forged ones. */
export function noSecret(): Error {
  return appError(
    'CleanEstimate Pro registered this trigger without telling its signing secret, so it was removed again and the Zap stays off. Tell the support of CleanEstimate Pro that POST /webhooks gives no secret.',
    'NoSecret',
    502,
  );
}
