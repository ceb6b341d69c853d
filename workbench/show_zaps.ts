import App from '../index.ts';
import type { Office } from '../proof/office/office.ts';
import { startHookServer } from './hook_server.ts';
import { mapFields } from './mapping.ts';
import type { Printer } from './print.ts';
import type { Run, Telling, Zap } from './run_steps.ts';
import { turnOn, type RunningZap } from './zap.ts';

/** What a terminal shows of Zaps: in which office, how they are set off, and how it is printed. */
export interface Show {
  office: Office;
  printer: Printer;
  say: (text: string) => void;
  /** Sets the first of the Zaps off, after all were turned on. */
  setOff: (first: RunningZap) => Promise<void>;
}

/**
 * Turns Zaps on, sets the first one off, prints what happens, and turns them off again.
 * @returns the runs of all of them; the caller checks whether they succeeded
 * @throws StepError when the connection test or turning a Zap on or off fails; what `setOff` throws
 */
export async function showZaps(zaps: readonly Zap[], { office, printer, say, setOff }: Show): Promise<Run[]> {
  const { sandbox, platform } = office;
  const hooks = await startHookServer();
  const tell = (telling: Telling): void => {
    printer.report(telling).forEach(say);
  };
  try {
    const tested = await platform.run('authentication.test');
    printer.line('Connection', `${labelOf(tested)}, on a sandbox`).forEach(say);
    const running: RunningZap[] = [];
    // What a Zap sets off is turned on before it.
    for (const zap of [...zaps].reverse())
      running.unshift(await turnOn(zap, { platform, hooks, triggers: App.triggers, tell }));
    const [first] = running;
    if (first !== undefined) await setOff(first);
    await hooks.settled();
    await sandbox.idle();
    await hooks.settled();
    say('');
    for (const zap of running) await zap.off();
    printer.line('Off again', zaps.length === 1 ? 'the Zap' : `all ${zaps.length} Zaps`).forEach(say);
    return running.flatMap(({ runs }) => runs);
  } finally {
    await hooks.close();
  }
}

/** What Zapier calls a connection: the label that the app has for it, filled in from its test. */
export function labelOf(tested: unknown): string {
  const { connectionLabel = '' } = App.authentication ?? {};
  const label = typeof connectionLabel === 'string' ? connectionLabel.replaceAll('{{', '{{tested.') : '';
  return String(mapFields({ label }, { tested }).label);
}
