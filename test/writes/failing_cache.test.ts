import { describe, expect, jest, test } from '@jest/globals';
import App from '../../index.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();

describe("when Zapier's cache fails", () => {
  const failing = new Proxy<Record<string, unknown>>(
    {},
    {
      has: () => {
        throw new Error('The cache is down.');
      },
      set: () => {
        throw new Error('The cache is down.');
      },
    },
  );

  test('a lead is written all the same, and the log says what may be lost', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const platform = createPlatform(App, { api_key: office.sandbox.keys.live }, failing);

    const lead = await platform.run('creates.create_lead.operation.perform', { inputData: leadForm });

    expect(lead).toHaveProperty('id');
    expect(String(log.mock.calls)).toContain(
      'a replay of this write may not be recognized. Error: The cache is down.',
    );
    log.mockRestore();
  });
});
