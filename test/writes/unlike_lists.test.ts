import { describe, expect, test } from '@jest/globals';
import type { Quirks } from '../../sandbox/quirks.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice } from '../support/office.ts';
import { runAndReplay } from '../support/replays.ts';

/*
 * A job that was saved and then answered with a stored failure is only found in the list of jobs, which may show it in
 * its own way.
 */

const clock = movingClock();
const office = openOffice({ now: clock.now }, { answers: false });

const ways: [string, Quirks][] = [
  ['as it was written', {}],
  ['without its notes', { listsWithoutNotes: true }],
  ['with times such as 09:00', { listsWithShortTimes: true }],
  ['with moments for days', { listsWithIsoDates: true }],
  ['with the labels of its choices', { listsWithLabels: true }],
  ['with its client in an object of its own', { listsWithNestedClient: true }],
  ['without the seconds of its creation', { listsWithoutSeconds: true }],
  ['by a clock that is ten seconds behind', { clockBehindMs: 10_000 }],
  ['two seconds late', { listLagMs: 2_000 }],
  ['with the whole address in the street', { listsWithWholeAddress: true }],
  ['with numbers for texts', { numericTexts: true }],
  ['with its id under another name', { idsUnder: 'noun_id' }],
  ['in its noun', { wrappedRows: true }],
  ['with moments as numbers', { epochDates: 'seconds' }],
  ['among the oldest first', { ignoreSort: 'oldest first' }],
  [
    'in all of these ways at once',
    {
      listsWithoutNotes: true,
      listsWithShortTimes: true,
      listsWithIsoDates: true,
      listsWithLabels: true,
      listsWithNestedClient: true,
      listsWithoutSeconds: true,
      clockBehindMs: 10_000,
      listLagMs: 2_000,
    },
  ],
];
const cases = ways.flatMap(([how, quirks]) =>
  [true, false].flatMap((stored) =>
    ['with a reference', undefined].map((reference) => ({ how, quirks, stored, reference })),
  ),
);

describe('given a job that was saved and answered by failures', () => {
  test.each(cases)(
    'and a list that shows it $how, it is one job (stored: $stored, $reference)',
    async (given) => {
      const { how, quirks, stored, reference } = given;
      const unique_reference = reference === undefined ? undefined : `${how} ${String(stored)}`;
      const before = office.sandbox.records('jobs').length;
      office.sandbox.setQuirks(quirks);
      office.sandbox.setFaults([
        { kind: 'status_after', status: 500, stored, times: 4, method: 'POST', path: '^/jobs' },
      ]);

      const { id } = await runAndReplay(clock, () =>
        office.create('create_job', { ...jobForm, customer_email: 'unlike@example.com', unique_reference }),
      );

      expect(office.sandbox.records('jobs')).toHaveLength(before + 1);
      expect(office.sandbox.records('jobs').some((job) => job.id === id)).toBe(true);
    },
  );
});

describe('given a lead that was saved and answered by stored failures', () => {
  test.each<[string, Quirks]>([
    ['its id and status only', { thinRows: true }],
    ['its customer hidden', { listsWithMaskedContacts: true }],
  ])('and a list with %s, it is one lead, which is read by itself', async (how, quirks) => {
    const before = office.sandbox.records('leads').length;
    office.sandbox.setQuirks(quirks);
    office.sandbox.setFaults([
      { kind: 'status_after', status: 500, stored: true, times: 2, method: 'POST', path: '^/leads' },
    ]);

    const { id } = await runAndReplay(clock, () =>
      office.create('create_lead', { ...leadForm, customer_name: how, customer_phone: undefined }),
    );

    expect(office.sandbox.records('leads')).toHaveLength(before + 1);
    expect(office.sandbox.records('leads').some((lead) => lead.id === id)).toBe(true);
  });

  test('and nothing that shows whose a record is, nobody says that it was not saved', async () => {
    const before = office.sandbox.records('leads').length;
    office.sandbox.setQuirks({ thinRows: true, noReadById: 405 });
    office.sandbox.setFaults([
      { kind: 'status_after', status: 500, stored: true, times: 2, method: 'POST', path: '^/leads' },
    ]);

    await expect(runAndReplay(clock, () => office.create('create_lead', leadForm))).rejects.toThrow(
      'may or may not have been saved',
    );
    expect(office.sandbox.records('leads')).toHaveLength(before + 1);
  });
});

test('given a list that hides whom its clients are, a job makes no second client by guessing', async () => {
  const clients = office.sandbox.records('clients').length;
  office.sandbox.setQuirks({ listsWithMaskedContacts: true });

  await expect(
    office.create('create_job', { ...jobForm, customer_email: 'hidden@example.com' }),
  ).rejects.toThrow('it is not known whether there is a match');
  expect(office.sandbox.records('clients')).toHaveLength(clients);
});
