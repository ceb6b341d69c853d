import { appError, haltedError } from './app_error.ts';

/** Somebody other than CleanEstimate Pro sent a delivery. Halted, so that a stranger cannot get a Zap turned off. */
export function forgedDelivery(): Error {
  return haltedError('A delivery was ignored because CleanEstimate Pro did not sign it. Nothing was done.');
}

/** Zapier keeps no secret to check deliveries by: the Zap was turned on when the API told none, or only a masked one. */
export function unverifiableDelivery(): Error {
  return haltedError(
    'A delivery was ignored because this Zap cannot tell who sent it: it was turned on without a signing secret. Turn the Zap off and on again.',
  );
}

/** The timestamp of a delivery, which nobody but CleanEstimate Pro could change, is not of these days. */
export function untimelyDelivery(): Error {
  return haltedError(
    'A delivery was ignored because it says that it was sent more than seven days ago, or that it will be sent later than tomorrow. Nothing was done.',
  );
}

/** The API registered a webhook without telling its signing secret: nobody could tell its deliveries from forged ones. */
export function noSecret(): Error {
  return appError(
    'CleanEstimate Pro registered this trigger without telling its signing secret, so it was removed again and the Zap stays off. Tell the support of CleanEstimate Pro that POST /webhooks gives no secret.',
    'NoSecret',
    502,
  );
}
