import { afterEach, describe, expect, test } from '@jest/globals';
import { apiUrl, requestTimeoutMs, retryPauseMs, settlingMs, stepBudgetMs } from '../src/settings.ts';

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('CEPRO_')) Reflect.deleteProperty(process.env, name);
});

describe.each([
  ['CEPRO_STEP_BUDGET_MS', stepBudgetMs, 25_000],
  ['CEPRO_REQUEST_TIMEOUT_MS', requestTimeoutMs, 12_000],
  ['CEPRO_SETTLING_MS', settlingMs, 60_000],
  ['CEPRO_RETRY_PAUSE_MS', retryPauseMs, 300],
])('%s', (name, read, usual) => {
  test('is a number of milliseconds, the usual one when it is not set', () => {
    expect(read()).toBe(usual);

    process.env[name] = '750';
    expect(read()).toBe(750);
  });

  test.each(['', '12s', '-1', '1e3', '2.5'])('"%s" is refused by the name of the variable', (value) => {
    process.env[name] = value;

    expect(read).toThrow(`${name} has to be a number of milliseconds, not "${value}".`);
  });
});

test('an API address that is none is refused by the name of the variable', () => {
  process.env.CEPRO_API_URL = 'app.cleanestimate.pro';

  expect(apiUrl).toThrow('CEPRO_API_URL has to be a URL, not "app.cleanestimate.pro".');
});
