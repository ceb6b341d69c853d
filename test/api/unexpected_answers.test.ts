import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi, type ScriptedResponse } from '../support/scripted_api.ts';
import { leadForm } from '../../proof/office/forms.ts';

/*
 * No page documents the body of an error. So the app must also understand errors that look unlike the sandbox's.
 */

const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const run = (operation: string, inputData: Record<string, unknown>): Promise<unknown> =>
  platform.run(`${operation}.operation.perform`, { inputData });
let forms = 0;
// Each form is another, so that none finds what the app remembers of the one before.
const create = (): Promise<unknown> => {
  forms += 1;
  const inputData = { ...leadForm, notes: `Form ${forms}` };
  return platform.run('creates.create_lead.operation.perform', { inputData });
};

describe('an error of the API is told in a sentence', () => {
  test.each([
    [
      'a flat error',
      { code: 'bad', message: 'No more leads this month' },
      'this lead. No more leads this month.',
    ],
    [
      'an error as text',
      { error: 'No more leads!', message: 'Upgrade the plan.' },
      'this lead. Upgrade the plan.',
    ],
    ['nothing at all', '', 'an error 422. The lead may or may not have been saved.'],
    ['a list', [1, 2], 'this lead. It gave no reason.'],
    [
      'paths as lists',
      { error: { message: 'x', details: [{ path: ['service_interest', 0], message: 'is unknown' }] } },
      'Services of Interest "house-wash": is unknown. Pick one from the list.',
    ],
    [
      'a field that is not in the form',
      { error: { message: 'x', details: [{ path: 'lead_owner', message: 'is missing' }, { path: '' }] } },
      'Lead Owner: is missing. A value is not accepted.',
    ],
    [
      'a list that it refuses as a whole',
      { error: { details: [{ path: 'service_interest', message: 'is too long' }] } },
      'Services of Interest "house-wash": is too long. Pick one from the list.',
    ],
    [
      'a path into a value that has nothing there',
      { error: { details: [{ path: 'customer_name.first', message: 'is missing' }] } },
      'Customer Name: is missing.',
    ],
    [
      'a path that is no field',
      { error: { details: [{ path: '0', message: 'is empty' }] } },
      'The form: is empty.',
    ],
    ['details that are none', { error: { message: 'Broken', details: 'x' } }, 'this lead. Broken.'],
  ])('when it is %s', async (_what, body, sentence) => {
    api.answers(422, body);

    expect((await failureOf(create())).message).toContain(sentence);
  });

  test('that is cut before the end, never in the middle of an emoji', async () => {
    api.answers(422, { error: { message: `${'x'.repeat(193)}${'🏠'.repeat(50)}` } });

    const { message } = await failureOf(create());

    expect(message.isWellFormed()).toBe(true);
    expect(message).toMatch(/…$/);
  });

  test('when the key may do it but the plan does not include it', async () => {
    api.answers(403, { error: { code: 'plan_required', message: 'Upgrade first' } });

    expect((await failureOf(create())).message).toContain('part of the Professional and Enterprise plans');
  });

  test.each(['Your IP address has no permission', 'Permission denied: account suspended'])(
    '403 that speaks of permission for another reason (%s): no scope is blamed',
    async (message) => {
      api.answers(403, { error: { code: 'forbidden', message } });

      const error = await failureOf(create());

      expect(error.message).toContain(`It says: ${message}`);
      expect(error.message).not.toContain('scope');
    },
  );

  test('when something in between refuses it with a page', async () => {
    api.answers(403, '<html>Access denied</html>');

    expect((await failureOf(run('searches.find_lead', { customer_name: 'Ada' }))).message).toContain(
      'Something between Zapier and CleanEstimate Pro, such as a firewall, refused the request (error 403).',
    );
  });

  test('when the key may not do it and nobody says why', async () => {
    api.answers(403, { error: { code: 'forbidden' } });

    expect((await failureOf(create())).message).toBe(
      'CleanEstimate Pro does not let this API key work with this lead.',
    );
  });

  test('when it repeats the key that it was sent: the key is not told', async () => {
    api.answers(422, { error: { message: 'Bad header: Bearer ce_live_1a2b3c4d_123456789012345678901234' } });

    expect((await failureOf(create())).message).toContain('Bad header: Bearer the API key.');
  });

  test('when it is a 409 that has nothing to do with a Unique Reference', async () => {
    api.answers(409, { error: { code: 'duplicate', message: 'There is such a lead' } });

    expect((await failureOf(create())).message).toContain(
      'answered with "There is such a lead". The lead may or may not have been saved.',
    );
  });

  test('when it has a code alone', async () => {
    api.answers(409, { error: { code: 'duplicate' } });

    expect((await failureOf(create())).message).toContain('answered with "duplicate".');
  });

  test('when the address of the API leads nowhere', async () => {
    api.answers(404, '');

    expect((await failureOf(create())).message).toContain('answered with an error 404.');
  });

  test('when a success does not show the record', async () => {
    api.answers(200, { ok: true });

    expect((await failureOf(create())).message).toContain(
      'CleanEstimate Pro saved this lead, but did not show it',
    );
  });
});

describe('a list is read', () => {
  const find = (body: unknown): Promise<unknown> => {
    api.answers(200, typeof body === 'string' ? JSON.stringify(body) : body);
    return run('searches.find_lead', { customer_name: 'Ada' });
  };
  const ada = { id: 7, customer_name: 'Ada' };

  test.each([
    ['under the name of the resource, beside others', { warnings: [], leads: ['odd', ada] }],
    ['under a usual name, alone', { results: [ada] }],
    ['under any name, beside what is no list of records', { people: [ada], warnings: ['slow'] }],
    ['without anything around it', [ada]],
  ])('%s, with numbers as ids', async (_where, body) => {
    expect(await find(body)).toMatchObject([{ id: '7', matched_on: 'name' }]);
  });

  test.each([
    ['several lists under other names', { mine: [ada], theirs: [ada] }],
    ['text', 'leads'],
  ])('but not out of %s: nothing is said to be missing', async (_what, body) => {
    expect((await failureOf(find(body))).message).toContain('CleanEstimate Pro had a problem.');
  });
});

describe('given an answer without the expected record, the error blames the API', () => {
  test('when a record is read', async () => {
    api.answers(200, { data: {} });

    expect((await failureOf(run('searches.find_lead', { lead_id: 'l1' }))).message).toContain(
      'had a problem',
    );
  });

  test('when a record is changed', async () => {
    api.answers(200, {});

    const error = await failureOf(run('creates.update_lead', { lead_id: 'l1', city: 'Raleigh' }));

    expect(error.message).toContain('saved this lead, but did not show it');
  });

  describe('to Add Note, which then reads the record again', () => {
    const add = (read: ScriptedResponse): Promise<unknown> => {
      forms += 1;
      const record_id = `l${forms}`;
      let reads = 0;
      api.answersBy(({ method }) => {
        if (method === 'PATCH') return { status: 200, body: {} };
        reads += 1;
        return reads === 1 ? { status: 200, body: { id: record_id, notes: 'Gate code' } } : read;
      });
      return run('creates.add_note', { record_type: 'lead', record_id, note: 'Hi' });
    };

    test('and finds the note there', async () => {
      const notes = 'Gate code\n\nHi';

      expect(await add({ status: 200, body: { id: 'l', notes } })).toMatchObject({ notes });
    });

    test.each([
      ['shows the notes without it', { status: 200, body: { id: 'l', notes: 'Gate code' } }],
      ['cannot be read', { status: 403 }],
    ])('and says that it was saved unseen when the record %s', async (_how, read) => {
      expect((await failureOf(add(read))).message).toContain('saved this lead, but did not show it');
    });
  });

  test('when the notes are missing: Add Note does not overwrite them', async () => {
    api.answers(200, { data: { id: 'l1' } });

    const error = await failureOf(
      run('creates.add_note', { record_type: 'lead', record_id: 'l1', note: 'Hi' }),
    );

    expect(error.message).toContain('did not show the notes of this lead, so nothing was added');
  });
});

test('a Zap that cannot be turned on for trouble of the API says so', async () => {
  api.answers(500, { error: { code: 'internal_error', message: 'Sorry' } });

  const error = await failureOf(
    platform.run('triggers.new_lead.operation.performSubscribe', {
      inputData: {},
      targetUrl: 'https://hooks.test/1',
    }),
  );

  expect(error.message).toContain('CleanEstimate Pro had a problem.');
});
