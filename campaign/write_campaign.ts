import App from '../index.ts';
import { emptyCache, openAccount, type Account, type CacheMode } from './account.ts';
import { formKinds } from './forms.ts';
import { inLanes } from './lanes.ts';
import { isOpen, play } from './play.ts';
import type { Random } from './random.ts';
import { drawScenario, type Scenario } from './scenarios.ts';
import { count, emptyTally, type WriteTally } from './write_tally.ts';
import { weather } from './weather.ts';

/** How much of a campaign, and against which cache. */
export interface CampaignOptions {
  random: Random;
  /** At least so many forms are sent. */
  runs: number;
  /** How many Zaps run at the same time. With 1, a seed gives the same campaign to the letter. */
  writers: number;
  cache: CacheMode;
  /** The share of requests that go wrong at first; it shrinks from replay to replay. */
  faultShare?: number;
}

// The platform ends a process that grows: each company's records go when it closes.
const scenariosPerAccount = 400;
const kinds = formKinds(App.creates);
const creates = Object.fromEntries(
  Object.entries(App.creates).filter(([key]) => kinds.some(({ action }) => action === key)),
);
const clearing = 0.75;

/** Sends forms of every kind through the app under every fault, replays as Zapier does, and counts what came of it. */
export async function campaignOfWrites(options: CampaignOptions): Promise<WriteTally> {
  const tally = emptyTally();
  while (tally.writes < options.runs) await oneAccount(tally, options);
  return tally;
}

async function oneAccount(tally: WriteTally, options: CampaignOptions): Promise<void> {
  const { random, runs, writers, cache, faultShare = 0.5 } = options;
  const account = await openAccount(cache, { creates }, faultShare > 0);
  try {
    const scenarios = drawn(random, account, tally.scenarios, runs - tally.writes);
    for (let wave = 0; scenarios.some(isOpen); wave += 1) {
      account.sandbox.setFaults(weather(random, 'POST', faultShare * clearing ** wave));
      await inLanes(scenarios.filter(isOpen), writers, (scenario) => play(account.platform, scenario));
      if (cache === 'forgets') emptyCache(account.platform);
    }
    const resources = new Set(scenarios.map(({ resource }) => resource));
    const records = [...resources].flatMap((resource) => account.sandbox.records(resource));
    count(tally, scenarios, records, account.sandbox.journal().requests);
  } finally {
    await account.close();
  }
}

function drawn(random: Random, { sandbox }: Account, first: number, wanted: number): Scenario[] {
  const clientIds = sandbox.seed('clients', 5);
  const scenarios: Scenario[] = [];
  for (let writes = 0; writes < wanted && scenarios.length < scenariosPerAccount;) {
    const scenario = drawScenario(random, first + scenarios.length + 1, kinds, clientIds);
    scenarios.push(scenario);
    writes += scenario.writes.length;
  }
  return scenarios;
}
