import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { estimateForm } from '../../proof/office/forms.ts';
import { isObject } from '../../src/lib/guards.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const sent = (): unknown => office.sandbox.journal().requests[0]?.body;

describe('Create Estimate', () => {
  test('sends the lines of services as numbers, each included unless switched off', async () => {
    const services = [
      ...estimateForm.services,
      { service_slug: 'roof_wash', sqft: 1800, enabled: 'no' },
      { sqft: '' },
    ];

    const estimate = await office.create('create_estimate', { ...estimateForm, services });

    expect(office.requests()).toEqual(['POST /estimates']);
    expect(sent()).toMatchObject({
      services: [
        { service_slug: 'house_wash', sqft: 2400, stories: 2, enabled: true },
        { service_slug: 'roof_wash', sqft: 1800, enabled: false },
      ],
      addons: [],
      custom_items: [],
      dirtiness_level: 'light',
    });
    expect(estimate).toMatchObject({ status: 'draft', total: expect.any(Number) });
  });

  test.each([
    ['Services, line 1: Service is missing.', { sqft: 2400 }],
    [
      'Services, line 1: Square Feet "about 2,000" has to be a number of at least 10.',
      { service_slug: 'house_wash', sqft: 'about 2,000' },
    ],
    [
      'Services, line 1: Stories "0" has to be a whole number of at least 1.',
      { service_slug: 'house_wash', stories: '0' },
    ],
    [
      'Services, line 1: Included "maybe" has to be yes or no.',
      { service_slug: 'house_wash', enabled: 'maybe' },
    ],
  ])('says "%s" and writes nothing', async (sentence, line) => {
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services: [line] }));

    expect(error.message).toBe(sentence);
    expect(office.requests()).toEqual([]);
  });

  test('says so when the services are no lines, or there are none', async () => {
    const lineless = office.create('create_estimate', { ...estimateForm, services: 'House Wash' });
    expect((await failureOf(lineless)).message).toBe('Services "House Wash" has to be a list of lines.');

    const empty = await failureOf(office.create('create_estimate', { customer_name: 'Taylor Morgan' }));
    expect(empty.message).toBe('Missing: Services.');
  });

  test('names the line by its label when the API refuses it', async () => {
    const services = [{ service_slug: 'car_wash' }];
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toMatch(/Services, line 1: Service "car_wash": .*Pick one from the list\./);
  });
});

describe('line items that an earlier step joined', () => {
  const lines = (): unknown => {
    const body = office.sandbox.journal().requests.at(-1)?.body;
    return isObject(body) ? body.services : undefined;
  };

  test.each([
    ['sizes joined alike', { service_slug: 'house_wash,roof_wash', sqft: '2400,1200' }, [2400, 1200]],
    ['one size for all', { service_slug: 'House Wash, Roof Wash', sqft: '2,400' }, [2400, 2400]],
    [
      'a size for one line',
      { service_slug: ['House Wash', 'Roof Wash'], sqft: ['2400', '1200'] },
      [2400, 1200],
    ],
    ['no size', { service_slug: 'House Wash; Roof Wash' }, [undefined, undefined]],
  ])('become a line each, with %s', async (_what, line, sizes) => {
    await office.create('create_estimate', { ...estimateForm, services: [line] });

    expect(lines()).toEqual([
      { service_slug: 'house_wash', enabled: true, ...(sizes[0] !== undefined && { sqft: sizes[0] }) },
      { service_slug: 'roof_wash', enabled: true, ...(sizes[1] !== undefined && { sqft: sizes[1] }) },
    ]);
  });

  test('are refused when their numbers do not fit, and the sentence names the line', async () => {
    const services = [
      { service_slug: 'House Wash' },
      { service_slug: 'house_wash,roof_wash', sqft: '2400,1200,900' },
    ];
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toContain('Services, line 2: Square Feet "2400,1200,900" has to be a number');
    expect(office.requests()).toEqual([]);
  });

  test('may come as one line without a list', async () => {
    await office.create('create_estimate', { ...estimateForm, services: { service_slug: 'House Wash' } });

    expect(lines()).toEqual([{ service_slug: 'house_wash', enabled: true }]);
  });

  test('take sizes as a list, and keep what is no text for the field to refuse', async () => {
    const service_slug = 'House Wash, Roof Wash';
    await office.create('create_estimate', {
      ...estimateForm,
      services: [{ service_slug, sqft: ['2400', '1200'] }],
    });
    expect(lines()).toMatchObject([{ sqft: 2400 }, { sqft: 1200 }]);

    const group = { ...estimateForm, services: [{ service_slug, sqft: { from: 1, to: 2 } }] };
    expect((await failureOf(office.create('create_estimate', group))).message).toContain(
      'Services, line 1: Square Feet holds a group of fields, not a text',
    );
  });

  test('refuses a line that is no line, by its number', async () => {
    const services = [{ service_slug: 'House Wash' }, 'Roof Wash'];
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toMatch(/^Services, line 2/);
  });

  test.each(['12,400', '1,200,800'])('refuse %s, which is one number or several', async (sqft) => {
    const services = [{ service_slug: 'House Wash, Roof Wash', sqft }];
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toContain('Services, line 1: Square Feet');
    expect(office.requests()).toEqual([]);
  });

  test.each([[['2400', null]], [['2400', '']]])('refuse sizes with a gap: %j', async (sqft) => {
    const services = [{ service_slug: ['House Wash', 'Roof Wash'], sqft }];
    const error = await failureOf(office.create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toContain('Services, line 1: Square Feet');
  });
});
