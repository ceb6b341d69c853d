import * as zod from 'zod';
import type { Json } from '../json.ts';
import { workServices } from '../vocabulary.ts';
import {
  email,
  id,
  money,
  oneOf,
  phone,
  source,
  squareFeet,
  state,
  stories,
  text,
  timestamp,
  zip,
} from './fields.ts';
import { defineResource, pick } from './resource.ts';

const services = zod
  .array(
    zod.strictObject({
      service_slug: oneOf('service', workServices),
      enabled: zod.boolean().default(true),
      sqft: squareFeet.optional(),
      stories: stories.optional(),
    }),
  )
  .min(1, 'At least one service is required');

const contact = { customer_name: text(), customer_email: email, customer_phone: phone };
const address = { address_line1: text(), city: text(), state, zip };
const property = {
  square_footage: squareFeet,
  stories,
  lot_size: squareFeet,
  year_built: zod.int().min(1600).max(2100),
  roof_square_feet: squareFeet,
  gutter_linear_feet: squareFeet,
  siding_type: oneOf('siding type', [
    'wood',
    'vinyl',
    'fiber-cement',
    'brick',
    'stone',
    'stucco',
    'aluminum',
    'composite',
    'other',
  ]),
  roof_type: oneOf('roof type', ['asphalt_shingle', 'metal', 'tile', 'slate', 'other']),
};

const fields = {
  ...contact,
  ...address,
  services,
  addons: zod.array(zod.unknown()),
  custom_items: zod.array(zod.unknown()),
  dirtiness_level: oneOf('dirtiness level', ['light', 'moderate', 'heavy']),
};

const pricePerSquareFoot = 0.18;
const minimumPrice = 150;
const extraPerStory = 0.25;
const dirtiness = new Map<unknown, number>([
  ['moderate', 1.15],
  ['heavy', 1.3],
]);

/** An invented price, for test data: the product's own calculation is not public. Sums up the enabled services. */
function price(record: Json): number {
  const parts = services
    .parse(record.services)
    .filter((service) => service.enabled)
    .map(({ sqft = 0, stories: height = 1 }) =>
      Math.max(minimumPrice, sqft * pricePerSquareFoot * (1 + extraPerStory * (height - 1))),
    );
  const sum = parts.reduce((total, part) => total + part, 0) * (dirtiness.get(record.dirtiness_level) ?? 1);
  return Math.round(Math.max(minimumPrice, sum) * 100) / 100;
}

export const estimate = defineResource({
  name: 'estimates',
  noun: 'estimate',
  numberPrefix: 'EST',
  statuses: ['draft', 'sent', 'viewed', 'approved', 'declined', 'expired'],
  fields,
  required: ['customer_name', 'services'],
  defaults: { status: 'draft', source: 'api', addons: [], custom_items: [] },
  // Documented: services and prices cannot be changed; a changed selection of services means a new estimate.
  patchable: {
    ...pick(fields, [...Object.keys(contact), ...Object.keys(address)]),
    ...property,
    assigned_rep_id: id,
    source,
    expires_at: timestamp,
    status: oneOf('status', ['draft', 'sent']),
  },
  facts: { sent_at: timestamp, accepted_at: timestamp, total: money },
  sorts: ['customer_name', 'total'],
  derive: (record, change, { now }) => ({
    ...(change.services === undefined ? {} : { total: price(record) }),
    ...(change.status === 'sent' && record.sent_at === null ? { sent_at: now } : {}),
  }),
});
