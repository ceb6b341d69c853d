import App from '../../index.ts';
import type { JournalRequest, Sandbox } from '../../sandbox/sandbox.ts';
import type { Office } from '../office/office.ts';
import { creatingActions, inCampaignOffice } from './campaign_office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { drawClimate, troubleNames, type Climate } from './climate.ts';
import { stepHeader } from './fate.ts';
import { inLanes } from './lanes.ts';
import { markerIn } from './marker.ts';
import type { MovedClock } from './moved_clock.ts';
import { play, recheck, type Stage } from './play.ts';
import { randomOf, type Random } from './random.ts';
import { drawScenario, isOpen, type Scenario } from './scenarios.ts';
import { weather } from './weather.ts';
import { WriteTally } from './write_tally.ts';

/** A part of a campaign: the forms that are sent in one office. */
export interface Batch {
  seed: number;
  /** The number of its first scenario in the campaign. */
  first: number;
  /** How many forms are sent, at least. */
  writes: number;
  /** The share of requests that fail at first, from 0 to 1. It becomes smaller with every replay. */
  faultShare: number;
}

/** What a batch runs against, as in a campaign. */
export type BatchOptions = Pick<CampaignOptions, 'writers' | 'cache' | 'app' | 'troubles'>;

const shareLeftAfterReplay = 0.75;
const readShare = 0.4;
const wavesApartMs = 60_000;
const hourMs = 3_600_000;
const manyRecords = 120;

/**
 * Sends the forms of a batch in an office of its own, replays failed steps when Zapier would, and counts the results.
 * @param report is called with the number of forms that have ended
 */
export async function playBatch(
  options: BatchOptions,
  { seed, first, writes, faultShare }: Batch,
  report?: (ended: number) => void,
): Promise<WriteTally> {
  const { writers, cache, app = App, troubles = troubleNames } = options;
  const tally = new WriteTally();
  const random = randomOf(seed);
  const climate = drawClimate(random, faultShare > 0 ? troubles : []);
  const work = async ({ sandbox, platform }: Office, clock: MovedClock): Promise<void> => {
    sandbox.setQuirks(climate.quirks);
    const stage: Stage = { sandbox, platform, climate, now: clock.now };
    const scenarios = drawn(random, sandbox, first, writes, clock.now());
    for (let wave = 0; ; wave += 1) {
      const due = nextWave(scenarios, clock);
      if (due.length === 0) break;
      const tries = due.flatMap((scenario) =>
        dueWrites(scenario, clock.now()).map((write) => write.tries.length),
      );
      const replays = Math.max(...tries);
      setWeather(random, sandbox, climate, faultShare * shareLeftAfterReplay ** replays);
      await inLanes(due, writers, async (scenario) => {
        await play(stage, scenario);
        report?.(scenarios.filter((one) => !isOpen(one)).flatMap((one) => one.writes).length);
      });
      if (cache === 'forgets') platform.forget();
      if (wave === 0) meanwhile(random, sandbox, climate, scenarios);
    }
    clock.moveTo(clock.now() + hourMs);
    const requests = Map.groupBy(sandbox.journal().requests, ({ headers }) => markerOfStep(headers));
    for (const scenario of scenarios) {
      recheck(stage, scenario);
      tally.add(outcomeOf(sandbox, scenario, requests.get(scenario.marker) ?? [], climate));
    }
  };
  await inCampaignOffice(options, creatingActions(app), work, faultShare > 0);
  return tally;
}

function drawn(random: Random, sandbox: Sandbox, first: number, wanted: number, startMs: number): Scenario[] {
  const clientIds = sandbox.seed('clients', 5);
  const scenarios: Scenario[] = [];
  for (let writes = 0; writes < wanted;) {
    const scenario = drawScenario(random, { index: first + scenarios.length, clientIds, startMs });
    scenarios.push(scenario);
    writes += scenario.writes.length;
  }
  return scenarios;
}

function dueWrites({ writes }: Scenario, now: number): Scenario['writes'] {
  return writes.filter(({ state, dueAt }) => state === 'open' && dueAt <= now);
}

// Moves the clock to the next writes that are due. Those that are due within a minute run together, the earlier ones a
// little late.
function nextWave(scenarios: readonly Scenario[], clock: MovedClock): Scenario[] {
  const times = scenarios.flatMap(({ writes }) =>
    writes.filter(({ state }) => state === 'open').map(({ dueAt }) => dueAt),
  );
  const earliest = Math.min(...times);
  if (times.length === 0) return [];
  clock.moveTo(Math.max(...times.filter((time) => time <= earliest + wavesApartMs)));
  return scenarios.filter((scenario) => dueWrites(scenario, clock.now()).length > 0);
}

function setWeather(random: Random, sandbox: Sandbox, { faults }: Climate, share: number): void {
  const of = (hits: 'reads' | 'writes'): Climate['faults'] => faults.filter((one) => one.hits === hits);
  sandbox.setFaults([
    ...weather(random, 'POST', of('writes'), share),
    ...weather(random, 'GET', of('reads'), share * readShare),
  ]);
}

// What other people do between the first tries and their replays.
function meanwhile(random: Random, sandbox: Sandbox, climate: Climate, scenarios: readonly Scenario[]): void {
  if (climate.newerRecords) {
    for (const resource of new Set(scenarios.map((one) => one.resource))) sandbox.seed(resource, manyRecords);
  }
  for (const { newClient, writes, fates } of scenarios) {
    if (!newClient || !climate.clientAppears || random.chance(0.5)) continue;
    sandbox.seed('clients', 1, () => ({ name: 'Somebody Else', email: writes[0]?.form.customer_email }));
    fates.add('client_appears');
  }
}

function markerOfStep(headers: Record<string, string>): string {
  return markerIn(headers[stepHeader]?.split(' ')[0]);
}

function outcomeOf(
  sandbox: Sandbox,
  scenario: Scenario,
  requests: readonly JournalRequest[],
  { everywhere }: Climate,
): Parameters<WriteTally['add']>[0] {
  const { resource, customer, newClient } = scenario;
  const found = sandbox.recordsOf(resource, customer);
  const clients = newClient ? sandbox.recordsOf('clients', customer) : [];
  return { scenario, found, clients, requests, everywhere };
}
