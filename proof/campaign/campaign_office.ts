import App from '../../index.ts';
import { failingCache } from '../../workbench/failing_cache.ts';
import { collectGarbage } from '../garbage.ts';
import { openOffice, type Office } from '../office/office.ts';
import type { CampaignOptions } from './campaign_options.ts';

const pauses = { CEPRO_RETRY_PAUSE_MS: '1', CEPRO_SETTLING_MS: '1' };
// Short, so that thousands of time-outs can be waited for; the budget leaves room for the second try.
const shortLimits = { CEPRO_REQUEST_TIMEOUT_MS: '150', CEPRO_STEP_BUDGET_MS: '2500' };

/**
 * Opens an office for some work and closes it afterwards.
 * @param operations what of the app is used: the platform copies the definition for every run, which takes most of a
 *   campaign's time
 * @param hurried false keeps the app's own time limits, for when nothing is slow but a busy machine
 */
export async function inCampaignOffice(
  { cache, app = App }: CampaignOptions,
  operations: Partial<typeof App>,
  work: (office: Office) => Promise<void>,
  hurried = true,
): Promise<void> {
  const office = await openOffice({
    app: { ...app, triggers: {}, creates: {}, searches: {}, searchOrCreates: {}, ...operations },
    ...(cache === 'fails' && { cache: failingCache() }),
    sandbox: { retryDelaysMs: [] },
    settings: { ...pauses, ...(hurried && shortLimits) },
    silent: true,
  });
  try {
    await work(office);
  } finally {
    await office.close();
    collectGarbage();
  }
}

/** The actions of an app that create a record. */
export function creatingActions({ creates }: typeof App): Pick<typeof App, 'creates'> {
  const creating = Object.entries(creates).filter(([key]) => key.startsWith('create_'));
  return { creates: Object.fromEntries(creating) };
}
