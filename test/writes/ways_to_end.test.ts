import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../sandbox/faults.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice } from '../support/office.ts';
import { runAndReplay } from '../support/replays.ts';

/*
 * Every way in which a write can end without its record, replayed at Zapier's times.
 */

const clock = movingClock();
const office = openOffice({ now: clock.now });
const leads = (): number => office.sandbox.records('leads').length;
const replayed = (form: Record<string, unknown>) =>
  runAndReplay(clock, () => office.create('create_lead', form));

const own: [string, Fault][] = [500, 502, 503, 504].map((status) => [
  `a ${status} of the API`,
  { kind: 'status_before', status },
]);
const proxy = [400, 404, 405, 406, 408, 409, 410, 413, 415, 421, 422, 425, 426, 431, 451, 499, 502, 504].map(
  (status): [string, Fault] => [`a proxy's ${status}`, { kind: 'html_after', status }],
);
const successes = (
  ['no_content', 'accepted', 'empty', 'empty_object', 'location', 'broken_location'] as const
).map((success): [string, Fault] => [
  `a success without the record (${success})`,
  { kind: 'no_record', success },
]);
const saved: [string, Fault][] = [
  ['a 500 after it was saved, stored', { kind: 'status_after', status: 500, stored: true }],
  ['a 504 after it was saved, stored', { kind: 'status_after', status: 504, stored: true }],
  ['a 500 after it was saved', { kind: 'status_after', status: 500 }],
  ['a lost answer', { kind: 'drop_after' }],
  ['an answer cut in its middle', { kind: 'half_body' }],
  ['an answer cut behind its headers', { kind: 'no_body' }],
  ['a 504 before it was saved', { kind: 'late_save', delayMs: 40_000 }],
  ['a stored 504 before it was saved', { kind: 'late_save', delayMs: 40_000, stored: true }],
  ['a 504 before it was saved eight minutes later', { kind: 'late_save', delayMs: 8 * 60_000 }],
  ['a 500 as a page after it was saved, stored', { kind: 'html_after', status: 500, stored: true }],
  ['a 201 as a page, stored', { kind: 'html_after', status: 201, stored: true }],
  ...proxy,
  ...successes,
];

describe('given a run that ends with', () => {
  const forms = { 'with a reference': 'yes', 'without a reference': undefined };
  const cases = Object.entries(forms).flatMap(([how, reference]) =>
    [...saved, ...own].map(([what, fault]) => [`${what}, ${how}`, fault, reference] as const),
  );

  test.each(cases)('%s, the replays save it once', async (what, fault, reference) => {
    const unique_reference = reference === undefined ? undefined : `${what} ${reference}`;
    const form = { ...leadForm, customer_name: what.replace(/\W+/g, ' '), notes: what, unique_reference };
    const before = leads();
    office.sandbox.setFaults([{ times: 2, method: 'POST', ...fault }]);

    const { id } = await replayed(form);

    expect(leads()).toBe(before + 1);
    expect(office.sandbox.records('leads').some((lead) => lead.id === id)).toBe(true);
  });

  test.each(own)('%s that is stored, the first replay saves it', async (what, fault) => {
    const form = { ...leadForm, customer_name: `First replay of ${what}`, notes: what };
    office.sandbox.setFaults([{ times: 1, ...fault }]);

    expect((await replayed(form)).replays).toBeLessThanOrEqual(1);
  });
});
