/** The record collections of the API, by their path. */
export const resourceNames = ['leads', 'clients', 'estimates', 'jobs', 'invoices'] as const;
export type ResourceName = (typeof resourceNames)[number];

/** Everything a webhook destination can subscribe to. */
export const eventNames = [
  'lead.created',
  'lead.status_changed',
  'estimate.created',
  'estimate.accepted',
  'job.created',
  'job.completed',
  'invoice.created',
  'invoice.paid',
] as const;
export type EventName = (typeof eventNames)[number];

/** Services as leads spell them. */
export const leadServices = [
  'house-wash',
  'roof-wash',
  'window-cleaning',
  'gutter-cleaning',
  'driveway-cleaning',
  'deck-cleaning',
  'patio-cleaning',
  'fence-cleaning',
];

/** Services as estimates and jobs spell them: the same list in the API's second vocabulary. */
export const workServices = leadServices.map((slug) => slug.replaceAll('-', '_'));
