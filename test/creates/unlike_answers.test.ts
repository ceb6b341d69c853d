import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { jobForm } from '../../proof/office/forms.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi, type ScriptedResponse } from '../support/scripted_api.ts';

/*
 * Actions that need more than one answer of the API, and get another one than assumed.
 */

const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const run = (operation: string, inputData: Record<string, unknown>): Promise<unknown> =>
  platform.run(`${operation}.operation.perform`, { inputData });

describe('the client of a job', () => {
  const { customer_name: _name, service_address: _street, ...where } = jobForm;
  const { service_city: _city, service_state: _state, service_zip: _zip, ...bare } = where;

  test('who has no name is told so where the form has none either', async () => {
    api.answers(200, { data: { id: 'c1' } });

    expect((await failureOf(run('creates.create_job', { ...bare, client_id: 'c1' }))).message).toContain(
      'The chosen client has no name. Fill in Customer Name.',
    );
    expect(api.asked).toEqual(['GET /clients/c1']);
  });

  test('who cannot be found lends no address, and the job is saved under the name of the form', async () => {
    const job = { id: 'j1', customer_name: 'Sam Reyes', customer_phone: '+17045550123' };
    api.answersBy(({ method }) => (method === 'POST' ? { status: 201, body: job } : { status: 404 }));
    const form = { ...bare, client_id: 'c2', customer_name: 'Sam Reyes' };

    expect(await run('creates.create_job', form)).toMatchObject({ id: 'j1' });
    expect(api.bodies.at(-1)).not.toHaveProperty('service_address');
  });
});

describe('Add Note, whose change is answered without its record, reads the record again', () => {
  let leads = 0;
  // Each is of another lead, so that none finds what the app remembers of the one before.
  const add = (read: ScriptedResponse): Promise<unknown> => {
    leads += 1;
    const record_id = `l${leads}`;
    let reads = 0;
    api.answersBy(({ method }) => {
      if (method === 'PATCH') return { status: 200, body: {} };
      reads += 1;
      return reads === 1 ? { status: 200, body: { id: record_id, notes: 'Gate code' } } : read;
    });
    return run('creates.add_note', { record_type: 'lead', record_id, note: 'Hi' });
  };

  test('and gives it where it shows the note', async () => {
    const notes = 'Gate code\n\nHi';

    expect(await add({ status: 200, body: { id: 'l', notes } })).toMatchObject({ notes });
  });

  test.each([
    ['does not show it', { status: 200, body: { id: 'l', notes: 'Gate code' } }],
    ['cannot be read', { status: 403 }],
  ])('and says that it was saved unseen where it %s', async (_how, read) => {
    expect((await failureOf(add(read))).message).toContain('saved this lead, but did not show it');
  });
});
