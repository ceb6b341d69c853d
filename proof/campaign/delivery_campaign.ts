import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { StepError, type Platform } from '../../workbench/platform.ts';
import { instantTriggers } from '../office/happenings.ts';
import type { Office } from '../office/office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { creatingActions, inCampaignOffice } from './campaign_office.ts';
import { plainFaults } from './fault_classes.ts';
import { genuineDeliveries, type GenuineDelivery } from './genuine_deliveries.ts';
import { deliveryCases, type DeliveryCase } from './delivery_cases.ts';
import { DeliveryTally, type Arrival } from './delivery_tally.ts';
import { inLanes } from './lanes.ts';
import type { Random } from './random.ts';
import { isSentence } from '../sentence.ts';
import { weather } from './weather.ts';

/** A delivery that will arrive: in which way, made from `caught`, with `other` as material for forgeries. */
interface Plan {
  id: string;
  way: DeliveryCase;
  caught: GenuineDelivery;
  other: GenuineDelivery;
}

const mostCustomers = 10;
// The app tries twice to read a record. Both tries fail for about every tenth delivery, which is then held for a
// replay.
const faultShare = 0.3;

/**
 * Sends genuine, unusual and forged deliveries to every instant trigger, in random order and while requests fail, and
 * counts what the triggers did.
 * @param options its `runs` is how many deliveries arrive
 * @throws Error when the sandbox delivers nothing to one of the triggers
 */
export async function campaignOfDeliveries(options: CampaignOptions): Promise<DeliveryTally> {
  const { random, runs, writers, cache, app = App, report } = options;
  const tally = new DeliveryTally();
  const hooks = Object.entries(app.triggers).filter(([key]) => instantTriggers.includes(key));
  // The create actions are needed to fill the office with records that events can be about.
  const operations = { triggers: Object.fromEntries(hooks), ...creatingActions(app) };
  for (let arrived = 0; arrived < runs;) {
    report?.(`deliveries: ${arrived} of ${runs}`);
    await inCampaignOffice(options, operations, async (office) => {
      const plans = (await planned(random, office, runs - arrived)).slice(0, runs - arrived);
      office.sandbox.setFaults(weather(random, 'GET', plainFaults, faultShare));
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
  // Aims at twice as many deliveries as are wanted. The caller takes the first of them, in random order.
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
    // Zapier holds a delivery that ended with a ThrottledError, and replays it.
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

// A new X-Webhook-ID makes it a new delivery. The signature stays valid, since the id is not signed.
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
