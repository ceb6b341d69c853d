import { describe, expect, test } from '@jest/globals';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const editor = { meta: { isLoadingSample: true } };

describe('in the test of the editor', () => {
  test('every click is a new lead', async () => {
    const form = { ...leadForm, unique_reference: 'editor' };

    const first = await office.create('create_lead', form, editor);
    const second = await office.create('create_lead', form, editor);

    expect(second.id).not.toBe(first.id);
  });

  test('a job has its client, too', async () => {
    const form = { ...jobForm, customer_email: 'editor@example.com' };

    const { client_id } = await office.create('create_job', form, editor);

    expect(office.sandbox.records('clients').map(({ id }) => id)).toContain(client_id);
  });
});
