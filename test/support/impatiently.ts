/** Cuts the time limits short, so that a test can wait for them. */
export async function impatiently<T>(work: () => Promise<T>): Promise<T> {
  process.env.CEPRO_REQUEST_TIMEOUT_MS = '100';
  process.env.CEPRO_STEP_BUDGET_MS = '1500';
  try {
    return await work();
  } finally {
    delete process.env.CEPRO_REQUEST_TIMEOUT_MS;
    delete process.env.CEPRO_STEP_BUDGET_MS;
  }
}
