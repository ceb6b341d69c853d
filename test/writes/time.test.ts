import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import App from '../../index.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';

/*
 * An API that lets everything hang: what is sent is read, and nothing is ever answered whole.
 */

let server: Server;
const sockets = new Set<Socket>();
let answer: (socket: Socket) => void = () => undefined;
let putBack: () => void;
beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .once('data', () => {
        answer(socket);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  putBack = changeAppSettings({
    CEPRO_API_URL: `http://127.0.0.1:${address.port}/api/v1`,
    CEPRO_RETRY_PAUSE_MS: '10',
  });
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
  putBack();
});

describe('an answer that is cut behind its headers', () => {
  test.each([
    ['in the middle of a known length', 'Content-Length: 500\r\n\r\n{"data": {'],
    ['in the middle of a chunk', 'Transfer-Encoding: chunked\r\n\r\n1f4\r\n{"data": {'],
    ['before its body', 'Content-Length: 500\r\n\r\n'],
  ])(
    '%s does not cost the whole time limit',
    async (_where, rest) => {
      answer = (socket) => {
        socket.write(`HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n${rest}`, () => {
          setTimeout(() => socket.destroy(), 20);
        });
      };
      const platform = createPlatform(App, { api_key: someKey });

      // The time limits are the real ones: only a step that does not wait for them ends before the test is given up.
      const error = await failureOf(
        platform.run('creates.create_lead.operation.perform', { inputData: { ...leadForm, notes: rest } }),
      );

      expect(error.message).toContain('could not be reached');
    },
    10_000,
  );
});

describe('with everything hanging, the cache too', () => {
  const steps: [string, string, Record<string, unknown>][] = [
    ['Create Lead', 'creates.create_lead.operation.perform', { inputData: leadForm }],
    [
      'Create Job',
      'creates.create_job.operation.perform',
      { inputData: { ...jobForm, customer_email: 'a@b.co' } },
    ],
    ['Zap on', 'triggers.new_lead.operation.performSubscribe', { targetUrl: 'https://hooks.zapier.com/1' }],
  ];

  let asBefore: () => void;
  beforeAll(() => {
    asBefore = changeAppSettings({ CEPRO_REQUEST_TIMEOUT_MS: '300', CEPRO_STEP_BUDGET_MS: '800' });
  });
  afterAll(() => {
    asBefore();
  });

  test.each(steps)('%s ends in time, and says what was written', async (_name, method, bundle) => {
    answer = () => undefined;
    jest.spyOn(console, 'log').mockReturnValue();
    const hanging = (): Promise<never> => new Promise(() => undefined);
    const platform = createPlatform(App, { api_key: someKey });

    const { message } = await failureOf(
      platform.run(method, bundle, {
        equip: (z) => ({ ...z, cache: { get: hanging, set: hanging, delete: hanging } }),
      }),
    );

    expect(message).toMatch(/could not be reached|no time left/);
    expect(message).toMatch(/may or may not have been saved|nothing was written|Nothing needs fixing/);
  });
});
