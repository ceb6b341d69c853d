import App from '../../index.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Office } from '../office/office.ts';
import { creatingActions, inCampaignOffice } from './campaign_office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { formKinds } from './forms.ts';
import { inLanes } from './lanes.ts';
import { isOpen, play } from './play.ts';
import type { Random } from './random.ts';
import { drawScenario, type Scenario } from './scenarios.ts';
import { weather } from './weather.ts';
import { WriteTally } from './write_tally.ts';

// The platform ends a process that uses too much memory, so the sandbox and its records are replaced now and then.
const scenariosPerCompany = 400;
const shareLeftAfterReplay = 0.75;

/**
 * Sends forms to every create action while requests fail in every way, replays failed steps as Zapier does, and
 * compares the records in the sandbox with the forms.
 * @param options its `runs` is how many forms are sent, at least
 * @param faultShare the share of requests that fail at first; it becomes smaller with every replay
 * @throws Error when there is no form for one of the create actions
 */
export async function campaignOfWrites(options: CampaignOptions, faultShare = 0.5): Promise<WriteTally> {
  const { random, runs, writers, cache, app = App, report } = options;
  const operations = creatingActions(app);
  const formless = Object.keys(operations.creates).find(
    (key) => !formKinds.some(({ action }) => action === key),
  );
  if (formless !== undefined)
    throw new Error(`There is no form for ${formless}: add one to proof/campaign/forms.ts.`);
  const tally = new WriteTally();
  while (tally.writes < runs) {
    const work = async ({ sandbox, platform }: Office): Promise<void> => {
      const scenarios = drawn(random, sandbox, tally.scenarios, runs - tally.writes);
      for (let wave = 0; scenarios.some(isOpen); wave += 1) {
        sandbox.setFaults(weather(random, 'POST', faultShare * shareLeftAfterReplay ** wave));
        await inLanes(scenarios.filter(isOpen), writers, async (scenario) => {
          await play(platform, scenario);
          const ended = scenarios.filter((one) => !isOpen(one)).flatMap(({ writes }) => writes).length;
          report?.(`writes: ${tally.writes + ended} of ${runs}`);
        });
        if (cache === 'forgets') platform.forget();
      }
      const resources = new Set(scenarios.map(({ resource }) => resource));
      const records = [...resources].flatMap((resource) => sandbox.records(resource));
      tally.add(scenarios, records, sandbox.journal().requests);
    };
    await inCampaignOffice(options, operations, work, faultShare > 0);
  }
  return tally;
}

function drawn(random: Random, sandbox: Sandbox, first: number, wanted: number): Scenario[] {
  const clientIds = sandbox.seed('clients', 5);
  const scenarios: Scenario[] = [];
  for (let writes = 0; writes < wanted && scenarios.length < scenariosPerCompany;) {
    const scenario = drawScenario(random, first + scenarios.length + 1, clientIds);
    scenarios.push(scenario);
    writes += scenario.writes.length;
  }
  return scenarios;
}
