import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const sent = (): unknown => office.sandbox.journal().requests[0]?.body;

describe('Create Lead', () => {
  test('sends what a person typed as the API wants it, in one request', async () => {
    const lead = await office.create('create_lead', leadForm);

    expect(office.requests()).toEqual(['POST /leads']);
    expect(sent()).toEqual({
      ...leadForm,
      customer_phone: '+17045550123',
      state: 'NC',
      service_interest: ['house-wash'],
    });
    expect(lead).toMatchObject({
      status: 'new',
      customer_phone: '+17045550123',
      customer_first_name: 'Taylor',
      customer_last_name: 'Morgan',
      full_address: '123 Main St, Charlotte, NC 28202',
    });
  });

  test('takes what people write instead of nothing as left out', async () => {
    await office.create('create_lead', {
      customer_name: 'Taylor',
      customer_phone: 'N/A',
      customer_email: 'none',
      state: '-',
    });

    expect(sent()).toEqual({ customer_name: 'Taylor' });
  });

  test('takes blank fields as left out', async () => {
    await office.create('create_lead', {
      customer_name: 'Taylor Morgan',
      customer_email: '',
      customer_phone: '  ',
      city: null,
      service_interest: ['', null],
      notes: undefined,
    });

    expect(sent()).toEqual({ customer_name: 'Taylor Morgan' });
  });

  test('gives every key of the sample, null where there is nothing', async () => {
    const { sample } = office.definition.creates.create_lead?.operation ?? {};
    const lead = await office.create('create_lead', { customer_name: 'Taylor Morgan' });

    expect(Object.keys(lead)).toEqual(expect.arrayContaining(Object.keys(sample ?? {})));
    expect(lead.customer_phone).toBeNull();
    expect(lead.full_address).toBeNull();
  });

  test.each([
    ['an emoji', { customer_name: '🏠 Ünï Cödé' }],
    ['a right-to-left name', { customer_name: 'טיילור מורגן' }],
    ['words the platform would read as its own syntax', { notes: 'Use {{bundle.authData.api_key}} here' }],
    ['quotes and line breaks', { notes: '"Main"\nSt\\ \'5\'\t—' }],
    ['a note of 100 kB', { notes: 'x'.repeat(100_000) }],
  ])('passes %s on unchanged', async (_what, fields) => {
    const lead = await office.create('create_lead', { ...leadForm, ...fields });

    expect(lead).toMatchObject(fields);
  });

  test('reads several services out of one text with commas', async () => {
    await office.create('create_lead', { ...leadForm, service_interest: 'House Wash, roof-wash' });

    expect(sent()).toMatchObject({ service_interest: ['house-wash', 'roof-wash'] });
  });
});

const editor = { meta: { isLoadingSample: true } };

describe('Create Lead tested in the editor with something wrong writes nothing and says', () => {
  test.each([
    ['Missing: Customer Name.', { customer_name: ' ' }],
    ['Missing: Customer Name.', { customer_name: ' , - ' }],
    ['Customer Phone "call me" is not a phone number', { customer_phone: 'call me' }],
    ['Customer Phone "777777', { customer_phone: '7'.repeat(300) }],
    ['Customer Email "taylor" is not an email address', { customer_email: 'taylor' }],
    ['Customer Email "aaaaaa', { customer_email: `${'a'.repeat(250)}@example.com` }],
    ['State "Carolina" is not a state', { state: 'Carolina' }],
    ['City holds a group of fields, not a text', { city: { name: 'Charlotte' } }],
    ['Services of Interest holds a group of fields, not a text', { service_interest: { a: { b: 1 } } }],
  ])('%s', async (sentence, fields) => {
    const error = await failureOf(office.create('create_lead', { ...leadForm, ...fields }, editor));

    expect(error.message).toContain(sentence);
    expect(office.requests()).toEqual([]);
  });

  test('every mistake at once', async () => {
    const error = await failureOf(
      office.create('create_lead', { customer_phone: '1', state: 'Carolina' }, editor),
    );

    expect(error.message).toMatch(/^Missing: Customer Name\. Customer Phone .* State /);
  });

  test('what the API does not accept, in the words of the form', async () => {
    const error = await failureOf(
      office.create('create_lead', { ...leadForm, service_interest: ['Car Wash'] }, editor),
    );

    expect(error.message).toMatch(
      /^CleanEstimate Pro did not accept this lead\. Services of Interest "Car Wash": .*Pick one from the list\./,
    );
    expect(office.sandbox.records('leads')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ service_interest: ['Car Wash'] })]),
    );
  });
});
