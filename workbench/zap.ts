import { randomUUID } from 'node:crypto';
import { dedupeTable } from './dedupe_table.ts';
import type { HookServer, RawRequest } from './hook_server.ts';
import { StepError, type Platform } from './platform.ts';
import { runSteps, type Run, type Telling, type Zap } from './run_steps.ts';

/** A Zap that is turned on. */
export interface RunningZap {
  /** The webhook URL that deliveries are sent to; '' for a polling trigger. */
  address: string;
  runs: Run[];
  /** Polls once, and runs the Zap for each item that is not in the dedupe table yet. */
  poll: () => Promise<void>;
  /** Replays a run: runs its steps again, from the one that failed. */
  replay: (run: Run) => Promise<void>;
  off: () => Promise<void>;
}

/** What the runner needs: the platform that runs the app, the server for webhooks, and the app's triggers. */
export interface Surroundings {
  platform: Platform;
  hooks: HookServer;
  triggers: Record<string, { operation: { type?: string; outputFields?: unknown } }>;
  tell?: (telling: Telling) => void;
}

// What Zapier takes for an account that chose no time zone.
const usualZone = 'America/Chicago';
let zaps = 0;

/**
 * Turns a Zap on as Zapier does: subscribes to the webhook, or polls once and puts all items into the dedupe table.
 * @throws StepError when subscribing or the first poll fails
 */
export async function turnOn(
  zap: Zap,
  { platform, hooks, triggers, tell = () => undefined }: Surroundings,
): Promise<RunningZap> {
  const runs: Run[] = [];
  const { trigger, timezone = usualZone } = zap;
  const own = trigger === 'catch_hook' ? undefined : trigger;
  const method = `triggers.${own?.key ?? ''}.operation`;
  const inputData = own?.input ?? {};
  const polls = own !== undefined && triggers[own.key]?.operation.type !== 'hook';
  let subscribeData: unknown;

  const inZone: Platform = {
    ...platform,
    run: (method, bundle = {}, conditions) =>
      platform.run(method, { ...bundle, meta: { timezone } }, conditions),
  };

  const start = async (items: unknown[]): Promise<void> => {
    for (const item of items) {
      const run: Run = { id: randomUUID(), zap: zap.name, given: { trigger: item }, status: 'done' };
      runs.push(run);
      tell({ what: 'started', run, trigger: own?.key ?? '', steps: zap.steps.length });
      await runSteps(run, zap.steps, inZone, tell);
    }
  };

  const take = async (request: RawRequest): Promise<void> => {
    try {
      const bundle = {
        inputData,
        subscribeData,
        rawRequest: request,
        cleanedRequest: parsed(request.content),
      };
      const result =
        own === undefined ? [bundle.cleanedRequest] : await platform.run(`${method}.perform`, bundle);
      const items: unknown[] = Array.isArray(result) ? result : [];
      tell({ what: 'arrived', zap: zap.name, request, items });
      await start(items);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      tell({ what: 'refused', zap: zap.name, error });
    }
  };

  const table = dedupeTable(triggers[own?.key ?? '']?.operation.outputFields);
  zaps += 1;
  const zapMeta = { zap: { id: `zap-${zaps}` }, timezone };
  const poll = async (meta: Record<string, unknown> = {}): Promise<unknown[]> => {
    const result = await platform.run(`${method}.perform`, { inputData, meta: { ...zapMeta, ...meta } });
    return table.add(Array.isArray(result) ? result : []);
  };

  const address = polls ? '' : hooks.listen(take);
  if (polls) await poll({ isPopulatingDedupe: true });
  else if (own !== undefined) {
    subscribeData = await platform.run(`${method}.performSubscribe`, { inputData, targetUrl: address });
  }
  tell({
    what: 'on',
    zap: zap.name,
    address,
    ...(subscribeData !== undefined && { subscription: subscribeData }),
  });

  return {
    address,
    runs,
    // A poll returns the newest item first, and Zapier runs a Zap for the oldest first.
    poll: async () => start((await poll()).reverse()),
    replay: (run) => runSteps(run, zap.steps, inZone, tell),
    off: async () => {
      if (subscribeData !== undefined) {
        await platform.run(`${method}.performUnsubscribe`, { inputData, subscribeData, targetUrl: address });
      }
      if (address !== '') hooks.silence(address);
      tell({ what: 'off', zap: zap.name });
    },
  };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
