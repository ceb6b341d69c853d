import { describe, expect, test } from '@jest/globals';
import { lead } from '../../src/records/lead.ts';
import { mayName } from '../../src/records/may_name.ts';
import { serviceChoices } from '../../src/records/services.ts';

const services = serviceChoices('-');
const uuid = '4f0c1b8e-52d7-4a39-9c61-0a8d5e7b2f10';

describe('what a record has names the service', () => {
  test.each<[unknown]>([
    ...[
      'house-wash',
      'House Wash',
      'house_wash',
      'HOUSE_WASH',
      'houseWash',
      'HouseWash',
      'House Washing',
      'house washes',
    ].map((text): [unknown] => [text]),
    ['house-wash, roof-wash'],
    ['Roof Wash and House Wash'],
    ['["roof-wash", "house-wash"]'],
    [['roof-wash', 'house-wash']],
    [[{ service_slug: 'house_wash' }]],
    [[{ id: 5, name: 'House Wash' }]],
    [{ house_wash: true, roof_wash: false }],
  ])('house-wash: %j', (has) => {
    expect(mayName(has, 'house-wash', services)).toBe(true);
    expect(mayName(has, 'gutter-cleaning', services)).toBe(false);
  });

  test.each<[unknown]>([
    ['roof-wash'],
    ['House Painting'],
    [['roof-wash', 'window-cleaning']],
    [[{ slug: 'roof_wash' }]],
    [{ house_wash: false, roof_wash: true }],
    ['House Wash: no, Roof Wash'],
  ])('another one: %j', (has) => {
    expect(mayName(has, 'house-wash', services)).toBe(false);
  });

  test.each<[unknown]>([
    ...[undefined, null, '', ' ', [], {}, true, 7, '12', uuid, '[', [uuid, 'roof-wash'], [{ id: 5 }]].map(
      (has): [unknown] => [has],
    ),
  ])('perhaps, since nothing in it can be compared: %j', (has) => {
    expect(mayName(has, 'house-wash', services)).toBe(has !== '[');
  });
});

describe('what a record has names the value', () => {
  test.each<[unknown, string, boolean]>([
    ['Appointment Scheduled', 'appointment_scheduled', true],
    ['APPOINTMENT-SCHEDULED', 'appointment_scheduled', true],
    [{ value: 'appointment_scheduled', label: 'Booked' }, 'appointment_scheduled', true],
    ['lost', 'appointment_scheduled', false],
    ['on hold', 'on_hold', true],
    [3, '3', true],
    [4, '3', false],
  ])('%j as the status %s: %p', (has, wanted, names) => {
    expect(mayName(has, wanted, lead.statuses)).toBe(names);
  });

  test.each<[unknown, string, boolean]>([
    ['FACEBOOK', 'Facebook', true],
    ['Website, Facebook', 'facebook', true],
    ['Smith, Jones & Co', 'smith, jones & co', true],
    ['Facebook Ads', 'Facebook', false],
    ['Ad', 'Ads', false],
  ])('%j as the source %s: %p', (has, wanted, names) => {
    expect(mayName(has, wanted, [])).toBe(names);
  });
});
