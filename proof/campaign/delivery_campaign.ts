import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { StepError, type Platform } from '../../workbench/platform.ts';
import { instantTriggers } from '../office/happenings.ts';
import type { Office } from '../office/office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { creatingActions, inCampaignOffice } from './campaign_office.ts';
import { genuineDeliveries, type GenuineDelivery } from './genuine_deliveries.ts';
import { deliveryCases, type DeliveryCase } from './delivery_cases.ts';
import { DeliveryTally, type Arrival } from './delivery_tally.ts';
import { inLanes } from './lanes.ts';
import type { Random } from './random.ts';
import { isSentence } from '../sentence.ts';
import { weather } from './weather.ts';

interface Plan {
  id: string;
  way: DeliveryCase;
  caught: GenuineDelivery;
  other: GenuineDelivery;
}

const mostCustomers = 10;
// A record is read with two tries, so about every tenth delivery has to wait.
const faultShare = 0.3;

/**
 * Lets genuine, odd and forged deliveries arrive at every instant trigger, in any order, and counts what came of it.
 * @param options its `runs` is how many deliveries arrive
 * @throws Error when CleanEstimate Pro delivers nothing to one of the triggers
 */
export async function campaignOfDeliveries(options: CampaignOptions): Promise<DeliveryTally> {
  const { random, runs, writers, cache, app = App, report } = options;
  const tally = new DeliveryTally();
  const hooks = Object.entries(app.triggers).filter(([key]) => instantTriggers.includes(key));
  // What happens in the product begins with records that Zapier creates.
  const operations = { triggers: Object.fromEntries(hooks), ...creatingActions(app) };
  for (let arrived = 0; arrived < runs;) {
    report?.(`deliveries: ${arrived} of ${runs}`);
    await inCampaignOffice(options, operations, async (office) => {
      const plans = (await planned(random, office, runs - arrived)).slice(0, runs - arrived);
      office.sandbox.setFaults(weather(random, 'GET', faultShare));
      await inLanes(plans, writers, async (plan) => {
        tally.add(await arrive(office, plan, cache === 'forgets'));
        arrived += 1;
        report?.(`deliveries: ${arrived} of ${runs}`);
      });
    });
  }
  return tally;
}

async function planned(random: Random, office: Office, wanted: number): Promise<Plan[]> {
  // Twice as many as are wanted, to choose from.
  const perCustomer = (instantTriggers.length * deliveryCases.length) / 2;
  const customers = Math.min(mostCustomers, Math.max(2, Math.ceil(wanted / perCustomer)));
  const caught = await genuineDeliveries(office, customers);
  const plans = caught.flatMap((one) =>
    deliveryCases
      .filter(({ share = 1 }) => random.chance(share))
      .map((way): Plan => {
        const others = caught.filter((its) => its.trigger !== one.trigger && its.recordId !== one.recordId);
        return { id: `delivery-${random.next()}`, way, caught: one, other: random.pick(others) };
      }),
  );
  return plans
    .map((plan) => ({ plan, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ plan }) => plan);
}

async function arrive(
  { sandbox, platform }: Office,
  { id, way, caught, other }: Plan,
  forgets: boolean,
): Promise<Arrival> {
  const { trigger, recordId, resource, subscribeData } = caught;
  const { name, expected } = way;
  const rawRequest = renumbered(way.make(caught, other), id);
  const bundle = { inputData: {}, subscribeData, rawRequest };
  const arrival: Arrival = {
    ...{ trigger, name, expected, recordId, items: [], runs: 0, replays: 0, errors: [], longestMs: 0 },
  };
  if (way.deleted === true) sandbox.remove(resource, recordId);
  for (let time = 0; time < (way.times ?? 1); time += 1) {
    let error = await run(platform, bundle, arrival);
    if (forgets) platform.forget();
    // Zapier runs a held delivery once more.
    if (error?.name === 'ThrottledError') {
      arrival.replays += 1;
      error = await run(platform, bundle, arrival);
      if (forgets) platform.forget();
    }
    if (error === undefined) continue;
    const readable = error instanceof StepError && isSentence(error.message);
    arrival.errors.push({ name: error.name, sentence: error.message, readable });
  }
  return arrival;
}

// The id is not part of what is signed: under another one it is another delivery.
function renumbered(request: RawRequest, id: string): RawRequest {
  return { ...request, headers: { ...request.headers, 'Http-X-Webhook-Id': id } };
}

async function run(platform: Platform, bundle: object, arrival: Arrival): Promise<Error | undefined> {
  const started = performance.now();
  arrival.runs += 1;
  try {
    const items = await platform.run(`triggers.${arrival.trigger}.operation.perform`, { ...bundle });
    if (!Array.isArray(items)) throw new TypeError('The trigger gave no list.');
    const list: unknown[] = items;
    arrival.items.push(...list.map((item) => (isObject(item) ? item.id : item)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    arrival.longestMs = Math.max(arrival.longestMs, performance.now() - started);
  }
}
