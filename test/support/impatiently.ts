/** Cuts the time limits short, so that a test can wait for them. The second try of a request fits in. */
export async function impatiently<T>(work: () => Promise<T>, stepBudgetMs = 2500): Promise<T> {
  process.env.CEPRO_REQUEST_TIMEOUT_MS = '300';
  process.env.CEPRO_STEP_BUDGET_MS = String(stepBudgetMs);
  try {
    return await work();
  } finally {
    delete process.env.CEPRO_REQUEST_TIMEOUT_MS;
    delete process.env.CEPRO_STEP_BUDGET_MS;
  }
}
