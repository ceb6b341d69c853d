import { afterAll, beforeAll } from '@jest/globals';
import { startHookServer, type HookServer } from '../../workbench/hook_server.ts';
import type { Telling, Zap } from '../../workbench/run_steps.ts';
import { turnOn, type RunningZap } from '../../workbench/zap.ts';
import type { Item, Office } from './office.ts';

/** Runs whole Zaps in an office. */
export interface Zaps {
  /** @param tell is called with what happens in it */
  on: (zap: Zap, tell?: (telling: Telling) => void) => Promise<RunningZap>;
  /** Posts a form to a Zap with a Catch Hook, and waits until its run has ended. */
  post: (zap: RunningZap, form: Item) => Promise<void>;
  /** Waits until all webhooks are delivered and all runs have ended. */
  settled: () => Promise<void>;
}

/** Starts a server for webhooks for the tests of a file. */
export function openZaps(office: Office): Zaps {
  let hooks: HookServer | undefined;
  beforeAll(async () => {
    hooks = await startHookServer();
  });
  afterAll(() => hooks?.close());
  return {
    on: (zap, tell = () => undefined) => {
      if (hooks === undefined) throw new Error('The runner opens before the first test.');
      return turnOn(zap, { platform: office.platform, hooks, triggers: office.definition.triggers, tell });
    },
    post: async (zap, form) => {
      await fetch(zap.address, { method: 'POST', body: JSON.stringify(form) });
      await hooks?.settled();
    },
    settled: async () => {
      await office.sandbox.idle();
      await hooks?.settled();
    },
  };
}
