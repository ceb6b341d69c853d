import App from '../../index.ts';
import { failingCache } from '../../workbench/failing_cache.ts';
import { collectGarbage } from '../garbage.ts';
import { openOffice, type Office } from '../office/office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { startMovedClock, type MovedClock } from './moved_clock.ts';

const pauses = { CEPRO_RETRY_PAUSE_MS: '1' };
// Short, since a campaign waits for thousands of time-outs, but longer than a busy machine takes for all answers that
// are under way. The step's budget still leaves time for a second try.
const shortLimits = { CEPRO_REQUEST_TIMEOUT_MS: '800', CEPRO_STEP_BUDGET_MS: '6000' };

/**
 * Opens an office with a clock that can be moved, does some work in it, and closes it.
 * @param operations the operations that are used. The others are left out, since the platform copies the whole
 *   definition for every run, which takes most of a campaign's time.
 * @param shortened false keeps the app's own time limits: for a campaign without faults, which a slow machine must not
 *   fail
 */
export async function inCampaignOffice(
  { cache, app = App }: Pick<CampaignOptions, 'cache' | 'app'>,
  operations: Partial<typeof App>,
  work: (office: Office, clock: MovedClock) => Promise<void>,
  shortened = true,
): Promise<void> {
  const clock = startMovedClock();
  try {
    const office = await openOffice({
      app: { ...app, triggers: {}, creates: {}, searches: {}, searchOrCreates: {}, ...operations },
      ...(cache === 'fails' && { cache: failingCache() }),
      sandbox: { retryDelaysMs: [] },
      settings: { ...pauses, ...(shortened && shortLimits) },
      silent: true,
    });
    try {
      await work(office, clock);
    } finally {
      await office.close();
      collectGarbage();
    }
  } finally {
    clock.putBack();
  }
}

/** The app's actions that create a record: those whose key begins with `create_`. */
export function creatingActions({ creates }: typeof App): Pick<typeof App, 'creates'> {
  const creating = Object.entries(creates).filter(([key]) => key.startsWith('create_'));
  return { creates: Object.fromEntries(creating) };
}
