import App from '../../index.ts';
import { startMovedClock } from '../../proof/campaign/moved_clock.ts';
import { openOffice, type Office } from '../../proof/office/office.ts';
import { seedOffice } from '../../sandbox/seeded_office.ts';
import { isObject } from '../../src/lib/guards.ts';
import { startHookServer, type HookServer } from '../hook_server.ts';
import { asZapierHandsOver } from '../input_types.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { rawFields } from './describe.ts';
import { recorded, withExchanges, type RecordedPlatform } from './exchanges.ts';

/** What the page works on: the app, connected to a sandbox or to the real CleanEstimate Pro. */
export interface Session {
  key: string;
  platform: RecordedPlatform;
  hooks: HookServer;
  /** The sandbox's side; undefined on the real API. */
  office: Office | undefined;
  /** Moves the time of this process, of the app and of the sandbox, by some days. */
  moveClock: (days: number) => void;
  close: () => Promise<void>;
}

const dayMs = 86_400_000;

/**
 * Opens what the page works on; the caller closes it.
 * @param realKey an API key for the real CleanEstimate Pro; without one, a sandbox with a small office is started
 * @throws Error when the sandbox does not start
 */
export async function openSession(realKey?: string): Promise<Session> {
  const hooks = await startHookServer();
  if (realKey !== undefined) {
    const platform = typed(createPlatform(withExchanges(App), { api_key: realKey }));
    const moveClock = (): never => {
      throw new Error('The clock of the real CleanEstimate Pro cannot be moved.');
    };
    return { key: realKey, platform, hooks, office: undefined, moveClock, close: hooks.close };
  }
  const clock = startMovedClock();
  const office = await openOffice({ app: withExchanges(App) });
  seedOffice(office.sandbox);
  return {
    key: office.sandbox.keys.live,
    platform: typed(office.platform),
    hooks,
    office,
    moveClock: (days) => {
      clock.moveTo(clock.now() + days * dayMs);
    },
    close: async () => {
      await hooks.close();
      await office.close();
      clock.putBack();
    },
  };
}

// What is mapped passes through Zapier's conversion of types on its way to the app, and the run is kept by what was mapped.
function typed(platform: Platform): RecordedPlatform {
  const converting: Platform = {
    ...platform,
    run: async (method, bundle = {}, conditions = {}) => {
      const [id] = /^(?:triggers|creates|searches)\.\w+/.exec(method) ?? [];
      if (id === undefined || !method.includes('.perform')) return platform.run(method, bundle, conditions);
      const given = isObject(bundle.inputData) ? bundle.inputData : {};
      const inputData = asZapierHandsOver(given, await rawFields(platform, id, given));
      return platform.run(method, { ...bundle, inputData }, conditions);
    },
  };
  return recorded(converting);
}
