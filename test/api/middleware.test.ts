import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { adHoc, someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { leadForm } from '../../proof/office/forms.ts';

const platform = createPlatform(App, { api_key: someKey });
const create = (): Promise<unknown> =>
  platform.run('creates.create_lead.operation.perform', { inputData: leadForm });

afterEach(() => {
  nock.cleanAll();
  delete process.env.CEPRO_API_URL;
});
// nock replaces Node's http module, which all test files in a worker share. So it must be restored at the end, and no
// other file may use nock.
afterAll(() => {
  nock.restore();
});

describe('the key', () => {
  test('goes to the real API unless another is set', async () => {
    const api = nock('https://app.cleanestimate.pro', { reqheaders: { authorization: `Bearer ${someKey}` } })
      .post('/api/v1/leads')
      .reply(201, { data: { id: 'lead-1', customer_name: 'Taylor Morgan' } });

    expect(await create()).toMatchObject({ id: 'lead-1' });
    expect(api.isDone()).toBe(true);
  });

  test('does not follow a redirect to another host', async () => {
    nock('https://app.cleanestimate.pro')
      .post('/api/v1/leads')
      .twice()
      .reply(302, '', { location: 'https://evil.test/' });
    const evil = nock('https://evil.test').get('/').reply(200, {});

    await failureOf(create());

    expect(evil.isDone()).toBe(false);
  });

  test('does not travel unencrypted', async () => {
    process.env.CEPRO_API_URL = 'http://cleanestimate.test/api/v1';

    await expect(create()).rejects.toThrow('https://');
  });

  test('that no header can hold is told so, and is not shown', async () => {
    const key = `${someKey}ü`;
    const run = createPlatform(App, { api_key: key }).run('creates.create_lead.operation.perform', {
      inputData: leadForm,
    });

    const error = await failureOf(run);
    expect(error.name).toBe('ExpiredAuthError');
    expect(error.message).toContain('The API key contains blanks or characters other than plain letters');
    expect(error.message).not.toContain(key);
  });

  test('is not given to a URL that an operation names itself', async () => {
    await expect(adHoc((z) => z.request('https://evil.test/'))).rejects.toThrow('never a URL');
  });
});

test('a write without an Idempotency-Key does not leave', async () => {
  await expect(adHoc((z) => z.request({ url: '/leads', method: 'POST', body: {} }))).rejects.toThrow(
    'Idempotency-Key or not at all',
  );
});
