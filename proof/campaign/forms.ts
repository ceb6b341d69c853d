import type { ResourceName } from '../../sandbox/sandbox.ts';
import type { Item } from '../office/office.ts';
import { markerIn } from './marker.ts';
import type { Random } from './random.ts';

/** The form of one create action. Its values are spelled as the API stores them, so that they can be compared. */
export interface FormKind {
  action: string;
  resource: ResourceName;
  /** True when no client is chosen, so that the action makes one. */
  newClient?: boolean;
  /**
   * Fills in the form at random. There are few possible values, so that forms of different people are often equal but
   * for the name: the app must not merge those.
   * @param name the customer's name, which contains the scenario's marker
   */
  fill: (random: Random, name: string, clientIds: readonly string[]) => Item;
}

const services = ['house_wash', 'roof_wash', 'window_cleaning', 'gutter_cleaning'];
const place = (random: Random): Item => ({
  city: random.pick(['Charlotte', 'Cornelius']),
  state: random.pick(['NC', 'SC']),
  zip: random.pick(['28202', '28031']),
});
const street = (random: Random): string => `${1 + random.below(9)} Main St`;
const phone = (random: Random): string => `+1704555010${random.below(10)}`;
const notes = (random: Random): string =>
  random.pick(['Call first', 'Saturday, please', 'Größe 🏡\n2nd floor']);
const job = (random: Random, customer_name: string): Item => ({
  customer_name,
  service_type: random.pick(services),
  scheduled_date: `2026-03-${10 + random.below(20)}`,
  scheduled_time_start: random.pick(['09:00:00', '14:30:00']),
  service_address: street(random),
  notes: notes(random),
});

/** The forms of all actions that create a record, two of them for Create Job. */
export const formKinds: readonly FormKind[] = [
  {
    action: 'create_lead',
    resource: 'leads',
    fill: (random, customer_name) => ({
      customer_name,
      customer_phone: phone(random),
      service_address: street(random),
      ...place(random),
      service_interest: [random.pick(['house-wash', 'roof-wash'])],
      notes: notes(random),
    }),
  },
  {
    action: 'create_client',
    resource: 'clients',
    fill: (random, name) => ({
      name,
      phone: phone(random),
      address_line1: street(random),
      ...place(random),
      notes: notes(random),
    }),
  },
  {
    action: 'create_job',
    resource: 'jobs',
    fill: (random, customer_name, clientIds) => ({
      ...job(random, customer_name),
      client_id: random.pick(clientIds),
    }),
  },
  {
    action: 'create_job',
    resource: 'jobs',
    newClient: true,
    fill: (random, customer_name) => ({
      ...job(random, customer_name),
      customer_email: `customer${markerIn(customer_name).slice(1)}@example.com`,
    }),
  },
  {
    action: 'create_estimate',
    resource: 'estimates',
    fill: (random, customer_name) => ({
      customer_name,
      customer_phone: phone(random),
      address_line1: street(random),
      ...place(random),
      services: [
        {
          service_slug: random.pick(services),
          sqft: 1000 + 100 * random.below(20),
          stories: 1 + random.below(3),
        },
      ],
    }),
  },
];
