import { changeAppSettings } from '../../workbench/app_settings.ts';

/** Does some work with short time limits, so that a test need not wait long. There is time for a second try. */
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
