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

/** The fifty states and the District of Columbia. */
export const states = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT ' +
  'NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
).split(' ');

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
