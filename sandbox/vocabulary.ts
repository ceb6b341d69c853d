/** The five kinds of records, as the API spells them in paths and scopes. */
export const resourceNames = ['leads', 'clients', 'estimates', 'jobs', 'invoices'] as const;
export type ResourceName = (typeof resourceNames)[number];

/** The events that a webhook destination can subscribe to (documented; there are no others). */
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

/** The same services as estimates and jobs spell them, with underscores. */
export const workServices = leadServices.map((slug) => slug.replaceAll('-', '_'));
