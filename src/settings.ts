const productionUrl = 'https://app.cleanestimate.pro/api/v1';

/** Where people make an API key, as the product's menus name it. */
export const keysPage = 'Settings → Integrations → API Keys';

/**
 * The API's base URL: `CEPRO_API_URL`, else the real one.
 * @throws Error when it is neither https nor on this machine: the key would travel readable
 */
export function apiUrl(): URL {
  const url = new URL(process.env.CEPRO_API_URL ?? productionUrl);
  const local = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !local) throw new Error('CEPRO_API_URL has to begin with https://.');
  return url;
}

/** The product's own web pages live on the host of the real API. */
export const productOrigin = new URL(productionUrl).origin;

/** Zapier stops a step after 30 s; what is begun after 25 s could not be finished and told. */
export function stepBudgetMs(): number {
  return Number(process.env.CEPRO_STEP_BUDGET_MS ?? 25_000);
}

/** One request waits this long, so that a second try still fits into the step. */
export function requestTimeoutMs(): number {
  return Number(process.env.CEPRO_REQUEST_TIMEOUT_MS ?? 12_000);
}

/** After this long no gateway and no API still works on a request that was answered with trouble. */
export function settlingMs(): number {
  return Number(process.env.CEPRO_SETTLING_MS ?? 60_000);
}

/** The pause before the second try of a request; twice as long at most. */
export function retryPauseMs(): number {
  return Number(process.env.CEPRO_RETRY_PAUSE_MS ?? 300);
}
