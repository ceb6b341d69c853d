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

/** The two-letter codes of the fifty states and the District of Columbia. */
export const states = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT ' +
  'NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
).split(' ');

/** The services as leads spell them, with hyphens. Only `house-wash` is documented. */
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
