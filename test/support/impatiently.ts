import { changeAppSettings } from '../../workbench/app_settings.ts';

/** Cuts the time limits short, so that a test can wait for them. The second try of a request fits in. */
export async function impatiently<T>(work: () => Promise<T>, stepBudgetMs = 2500): Promise<T> {
  const putBack = changeAppSettings({
    CEPRO_REQUEST_TIMEOUT_MS: '300',
    CEPRO_STEP_BUDGET_MS: String(stepBudgetMs),
  });
  try {
    return await work();
  } finally {
    putBack();
  }
}
