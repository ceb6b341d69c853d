import { randomUUID } from 'node:crypto';
import type { Json } from './json.ts';
import { leadServices, workServices, type ResourceName } from './vocabulary.ts';

const firstNames = [
  'Taylor',
  'Jordan',
  'Maria',
  'Devon',
  'Priya',
  'Sam',
  'Elena',
  'Marcus',
  'Grace',
  'Noah',
  'Aisha',
];
const lastNames = [
  'Morgan',
  'Reyes',
  'Nguyen',
  'Patel',
  'Brooks',
  'Carter',
  'Kim',
  'Alvarez',
  'Foster',
  'Hughes',
];
const streets = ['Main St', 'Oak Ave', 'Providence Rd', 'Park Rd', 'Sharon Ln', 'Queens Rd', 'Elm Ct'];
const places = [
  ['Charlotte', '28202'],
  ['Matthews', '28105'],
  ['Concord', '28025'],
  ['Huntersville', '28078'],
] as const;

/**
 * The fields of an invented record, as test data.
 * @param index the same index gives the same person, address and amounts
 * @param clientIds the clients that jobs and invoices belong to, in turn; a random id when there are none
 * @param day the date of jobs and the due date of invoices, as YYYY-MM-DD
 */
export function sampleFields(
  name: ResourceName,
  index: number,
  clientIds: readonly string[],
  day: string,
): Json {
  const first = pickFrom(firstNames, index);
  const last = pickFrom(lastNames, index * 3 + Math.floor(index / firstNames.length));
  const person = `${first} ${last}`;
  const email = `${first}.${last}.${index + 1}@example.com`.toLowerCase();
  const phone = `+1${7045550000 + index}`;
  const street = `${100 + (index % 900)} ${pickFrom(streets, index)}`;
  const [city, zip] = places[index % places.length] ?? places[0];
  const customer = { customer_name: person, customer_email: email, customer_phone: phone };
  const area = 1200 + (index % 25) * 100;
  const total = Math.round(area * 18) / 100;
  const client_id = clientIds[index % clientIds.length] ?? randomUUID();
  switch (name) {
    case 'leads':
      return {
        ...customer,
        service_address: street,
        city,
        state: 'NC',
        zip,
        service_interest: [pickFrom(leadServices, index)],
      };
    case 'clients':
      return { name: person, email, phone, address_line1: street, city, state: 'NC', zip };
    case 'estimates': {
      const service = { service_slug: pickFrom(workServices, index), enabled: true, sqft: area, stories: 1 };
      return { ...customer, address_line1: street, city, state: 'NC', zip, services: [service], total };
    }
    case 'jobs':
      return {
        ...customer,
        client_id,
        service_type: pickFrom(workServices, index),
        scheduled_date: day,
        scheduled_time_start: '09:00:00',
        scheduled_time_end: '11:00:00',
        service_address: street,
        service_city: city,
        service_state: 'NC',
        service_zip: zip,
        total,
      };
    case 'invoices':
      return {
        ...customer,
        client_id,
        job_id: randomUUID(),
        total,
        amount_paid: 0,
        balance_due: total,
        due_date: day,
      };
  }
}

function pickFrom(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
