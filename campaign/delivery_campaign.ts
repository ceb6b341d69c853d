import { isObject } from '../src/lib/guards.ts';
import { startHookServer, type RawRequest } from '../workbench/hook_server.ts';
import { StepError } from '../workbench/platform.ts';
import { emptyCache, openAccount, type Account, type CacheMode } from './account.ts';
import { catchDeliveries, hookTriggers, type Caught } from './caught.ts';
import { deliveryCases, type DeliveryCase } from './delivery_cases.ts';
import { emptyDeliveryTally, judge, type Arrival, type DeliveryTally } from './delivery_tally.ts';
import { inLanes } from './lanes.ts';
import type { Random } from './random.ts';
import { isSentence } from './sentence.ts';
import { renumbered } from './signing.ts';
import { weather } from './weather.ts';

/** How much of a campaign of deliveries, and against which cache. */
export interface DeliveryOptions {
  random: Random;
  /** At least so many deliveries arrive. */
  runs: number;
  /** How many arrive at the same time. */
  writers: number;
  cache: CacheMode;
}

interface Plan {
  id: string;
  way: DeliveryCase;
  caught: Caught;
  other: Caught;
}

const customersPerAccount = 10;
// A record is read with two tries, so about every tenth delivery has to wait.
const faultShare = 0.3;

/** Lets genuine, odd and forged deliveries arrive at every instant trigger, in any order, and counts what came of it. */
export async function campaignOfDeliveries(options: DeliveryOptions): Promise<DeliveryTally> {
  const tally = emptyDeliveryTally();
  const total = (): number => tally.deliveries.fires + tally.deliveries.silent + tally.deliveries.refused;
  while (total() < options.runs) await oneAccount(tally, options, options.runs - total());
  return tally;
}

async function oneAccount(tally: DeliveryTally, options: DeliveryOptions, wanted: number): Promise<void> {
  const { random, writers, cache } = options;
  const account = await openAccount(cache, { triggers: hookTriggers });
  const hooks = await startHookServer();
  try {
    const caught = await catchDeliveries(account, hooks, customersPerAccount);
    const plans = caught.flatMap((one) =>
      deliveryCases
        .filter(({ share = 1 }) => random.chance(share))
        .map((way): Plan => {
          const other = random.pick(
            caught.filter((its) => its.trigger !== one.trigger && its.recordId !== one.recordId),
          );
          return { id: `delivery-${random.next()}`, way, caught: one, other };
        }),
    );
    const shuffled = plans
      .map((plan) => ({ plan, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ plan }) => plan);
    account.sandbox.setFaults(weather(random, 'GET', faultShare));
    await inLanes(shuffled.slice(0, wanted), writers, async (plan) => {
      judge(tally, await arrive(account, plan, cache));
    });
  } finally {
    await hooks.close();
    await account.close();
  }
}

async function arrive(
  account: Account,
  { id, way, caught, other }: Plan,
  cache: CacheMode,
): Promise<Arrival> {
  const { trigger, recordId, resource, subscribeData } = caught;
  const { name, verdict } = way;
  const rawRequest = renumbered(way.make(caught, other), id);
  const arrival: Arrival = {
    ...{ trigger, name, verdict, recordId, items: [], runs: 0, replays: 0, errors: [], longestMs: 0 },
  };
  if (way.deleted === true) account.sandbox.remove(resource, recordId);
  for (let time = 0; time < (way.times ?? 1); time += 1) {
    const request = { subscribeData, rawRequest, inputData: {} };
    let error = await run(account, trigger, request, arrival);
    // Zapier runs a held delivery once more.
    if (error?.name === 'ThrottledError') {
      if (cache === 'forgets') emptyCache(account.platform);
      arrival.replays += 1;
      error = await run(account, trigger, request, arrival);
    }
    if (error !== undefined) {
      const readable = error instanceof StepError && isSentence(error.message);
      arrival.errors.push({ name: error.name, sentence: error.message, readable });
    }
    if (cache === 'forgets') emptyCache(account.platform);
  }
  return arrival;
}

async function run(
  { platform }: Account,
  trigger: string,
  bundle: { subscribeData: object; rawRequest: RawRequest; inputData: object },
  arrival: Arrival,
): Promise<Error | undefined> {
  const started = performance.now();
  arrival.runs += 1;
  try {
    const items = await platform.run(`triggers.${trigger}.operation.perform`, bundle);
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
