const productionUrl = 'https://app.cleanestimate.pro/api/v1';

/** Where people make an API key, as the product's menus name it. */
export const keysPage = 'Settings → Integrations → API Keys';

/** Where the product's own web pages are: on the host of the real API. */
export const productOrigin = new URL(productionUrl).origin;

/**
 * The API's base URL: `CEPRO_API_URL`, else the real one.
 * @throws Error when it is no URL, or neither https nor on this machine: the key would travel readable
 */
export function apiUrl(): URL {
  const given = process.env.CEPRO_API_URL ?? productionUrl;
  const url = URL.parse(given);
  if (url === null) throw new Error(`CEPRO_API_URL has to be a URL, not "${given}".`);
  const local = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !local) throw new Error('CEPRO_API_URL has to begin with https://.');
  return url;
}

/**
 * How long a step may take. Zapier stops it after 30 s, and a request that begins after 25 s could hardly end before.
 * @throws Error when `CEPRO_STEP_BUDGET_MS` is no number
 */
export function stepBudgetMs(): number {
  return milliseconds('CEPRO_STEP_BUDGET_MS', 25_000);
}

/**
 * How long one request may take, so that a second try still fits into the step.
 * @throws Error when `CEPRO_REQUEST_TIMEOUT_MS` is no number
 */
export function requestTimeoutMs(): number {
  return milliseconds('CEPRO_REQUEST_TIMEOUT_MS', 12_000);
}

/**
 * How long after a failed request no gateway and no API still works on it.
 * @throws Error when `CEPRO_SETTLING_MS` is no number
 */
export function settlingMs(): number {
  return milliseconds('CEPRO_SETTLING_MS', 60_000);
}

/**
 * The shortest pause before the second try of a request; the longest is twice as long.
 * @throws Error when `CEPRO_RETRY_PAUSE_MS` is no number
 */
export function retryPauseMs(): number {
  return milliseconds('CEPRO_RETRY_PAUSE_MS', 300);
}

function milliseconds(name: string, usual: number): number {
  const given = process.env[name];
  if (given === undefined) return usual;
  if (!/^\d+$/.test(given)) throw new Error(`${name} has to be a number of milliseconds, not "${given}".`);
  return Number(given);
}
