import { afterEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import App from '../index.ts';
import { createPlatform } from '../workbench/platform.ts';
import { failureOf } from './support/failure.ts';
import { leadForm } from '../workbench/office/forms.ts';

/*
 * The API's errors are known from its statuses only: what it says in them may look otherwise than the sandbox's.
 */

const platform = createPlatform(App, { api_key: 'ce_live_1a2b3c4d_123456789012345678901234' });
const answering = (status: number, body: unknown, times = 2): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  nock('https://app.cleanestimate.pro').post('/api/v1/leads').times(times).reply(status, text);
};
const create = (): Promise<unknown> =>
  platform.run('creates.create_lead.operation.perform', { inputData: leadForm });

afterEach(() => {
  nock.cleanAll();
});

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
    ['nothing at all', '', 'this lead. It gave no reason.'],
    ['a list', [1, 2], 'this lead. It gave no reason.'],
    [
      'paths as lists',
      { error: { message: 'x', details: [{ path: ['service_interest', 0], message: 'is unknown' }] } },
      'Services of Interest: is unknown.',
    ],
    [
      'a field that is not in the form',
      { error: { message: 'x', details: [{ path: 'lead_owner', message: 'is missing' }, { path: '' }] } },
      'Lead Owner: is missing. A value is not accepted.',
    ],
    [
      'a path that is no field',
      { error: { details: [{ path: '0', message: 'is empty' }] } },
      'The form: is empty.',
    ],
    ['details that are none', { error: { message: 'Broken', details: 'x' } }, 'this lead. Broken.'],
  ])('when it is %s', async (_what, body, sentence) => {
    answering(422, body);

    expect((await failureOf(create())).message).toContain(sentence);
  });

  test('that is cut before the end, never in the middle of an emoji', async () => {
    answering(422, { error: { message: `${'x'.repeat(193)}${'🏠'.repeat(50)}` } });

    const { message } = await failureOf(create());

    expect(message.isWellFormed()).toBe(true);
    expect(message).toMatch(/…$/);
  });

  test('when the key may do it but the plan does not include it', async () => {
    answering(403, { error: { code: 'plan_required', message: 'Upgrade first' } });

    expect((await failureOf(create())).message).toContain('part of the Professional and Enterprise plans');
  });

  test('when the key may not do it and nobody says why', async () => {
    answering(403, { error: { code: 'forbidden' } });

    expect((await failureOf(create())).message).toBe(
      'CleanEstimate Pro does not let this API key work with this lead.',
    );
  });

  test('when it repeats the key that it was sent: the key is not told', async () => {
    answering(422, { error: { message: 'Bad header: Bearer ce_live_1a2b3c4d_123456789012345678901234' } });

    expect((await failureOf(create())).message).toContain('Bad header: Bearer the API key.');
  });

  test('when it has a conflict that is none of a Unique Reference', async () => {
    answering(409, { error: { code: 'duplicate', message: 'There is such a lead' } });

    expect((await failureOf(create())).message).toContain('this lead. There is such a lead.');
  });

  test('when the address of the API leads nowhere', async () => {
    answering(404, '');

    expect((await failureOf(create())).message).toContain('did not accept this lead. It gave no reason.');
  });

  test('when a success holds no record', async () => {
    answering(200, { ok: true });

    expect((await failureOf(create())).message).toContain('CleanEstimate Pro had a problem.');
  });
});
