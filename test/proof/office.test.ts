import { beforeAll, describe, expect, test } from '@jest/globals';
import { catchDelivery } from '../../proof/office/deliveries.ts';
import { clientForm, estimateForm, jobForm, leadForm } from '../../proof/office/forms.ts';
import { happen, instantTriggers } from '../../proof/office/happenings.ts';
import { pollInput, workingInput } from '../../proof/office/inputs.ts';
import { openOffice } from '../support/office.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { operations } from '../../scripts/definition.ts';

const office = openOffice();
let records: Records;
beforeAll(async () => {
  records = await fillOffice(office);
});

describe('an office', () => {
  test.each([
    ['create_lead', leadForm],
    ['create_client', clientForm],
    // `jobForm` leaves out the fields that name the customer: a client or, without one, an email address or phone
    // number.
    ['create_job', { ...jobForm, client_id: '', customer_email: '', customer_phone: '' }],
    ['create_estimate', estimateForm],
  ])('fills in every field of %s but the reference', (key, form) => {
    const fields = operations.find((operation) => operation.key === key)?.fields ?? [];
    expect([...Object.keys(form), 'unique_reference'].sort()).toEqual(
      fields.map((field) => field.key).sort(),
    );
  });

  test('given a trigger that it cannot set off, names it and the file to extend', async () => {
    await expect(happen(office, 'new_review', records)).rejects.toThrow(
      'Nothing is known to set off new_review: add what does to proof/office/happenings.ts.',
    );
  });

  test('names the trigger that nothing was delivered to', async () => {
    const [key = ''] = instantTriggers;
    await expect(catchDelivery(office, key, () => Promise.resolve())).rejects.toThrow(
      `Nothing was delivered to ${key}: look at its event, and at proof/office/happenings.ts for what sets it off.`,
    );
  });

  test('given an operation that it has no input for, names it', () => {
    const sentence = 'There is no working input for find_review: add one to proof/office/inputs.ts.';
    expect(() => workingInput('find_review', records)).toThrow(sentence);
  });

  test('polls with an input wherever a trigger requires one', () => {
    const polling = operations.filter(({ type, hidden }) => type === 'polling' && !hidden);
    for (const { key, fields } of polling) {
      const required = fields.filter((field) => field.required === true).map((field) => field.key);
      expect(Object.keys(pollInput(key))).toEqual(expect.arrayContaining(required));
    }
  });
});
