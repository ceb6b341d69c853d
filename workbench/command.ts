import { readFileSync } from 'node:fs';
import { command, readWord, sentenceOf } from '../command_line/command.ts';
import App from '../index.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { changeAppSettings } from './app_settings.ts';
import { startHookServer } from './hook_server.ts';
import { mapFields } from './mapping.ts';
import { createPlatform } from './platform.ts';
import { line, report } from './print.ts';
import type { Run, Telling } from './run_steps.ts';
import { turnOn } from './zap.ts';
import { formToLead, leadToJob } from './zaps.ts';

const example = 'workbench/examples/website-form.json';
const usage = {
  call: 'npm start -- [FILE]',
  about: `Runs two Zaps on the real app, against a sandbox on this machine: a website's form becomes a lead, and the new lead a
client with a job. FILE is another form, of the same shape as ${example}.`,
};

/** `npm start`: shows both Zaps and checks that they ran. */
export const startCommand = command(usage, async (args, { stdout }) => {
  const say = (text: string): void => void stdout.write(`${text}\n`);
  const runs = await showMainJob(readWord(args) ?? example, say);
  const unfinished = runs.find(({ status }) => status !== 'done');
  if (unfinished !== undefined)
    throw new Error(`${unfinished.zap}: ${unfinished.error?.message ?? unfinished.status}`);
  if (runs.length < 2) throw new Error('Not every Zap ran: the lead did not arrive at New Lead.');
  say('\nBoth Zaps ran: one lead, one client, one job.');
  return 0;
});

/**
 * Runs both Zaps against a sandbox: one creates a lead from a form, the other a client and a job from the lead.
 * @param file the form, as JSON
 * @returns the runs of both Zaps; the caller checks whether they succeeded
 * @throws Error when the form cannot be read, StepError when the connection test or turning a Zap on or off fails
 */
async function showMainJob(file: string, say: (text: string) => void): Promise<Run[]> {
  const form = readForm(file);
  const sandbox = await startSandbox();
  const hooks = await startHookServer();
  const putBack = changeAppSettings({ CEPRO_API_URL: sandbox.url });
  const platform = createPlatform(App, { api_key: sandbox.keys.live });
  const tell = (telling: Telling): void => {
    report(telling).forEach(say);
  };
  const surroundings = { platform, hooks, triggers: App.triggers, tell };
  try {
    say('CleanEstimate Pro for Zapier: two Zaps on the real app, against a sandbox on this machine\n');
    say(line('sandbox', sandbox.url));
    const tested = await platform.run('authentication.test');
    say(line('connection', labelOf(tested)));

    const zaps = [await turnOn(leadToJob, surroundings), await turnOn(formToLead, surroundings)];
    say('');
    say(line('form sent', file));
    for (const zap of zaps.slice(1)) await post(zap.address, form);
    await hooks.settled();
    await sandbox.idle();
    await hooks.settled();
    say('');
    for (const zap of zaps) await zap.off();
    const { requests } = sandbox.journal();
    say(
      line(
        'requests',
        requests
          .map(({ method, path, status }) => `${method} ${path.split('/')[1] ?? ''} ${status}`)
          .join(', '),
      ),
    );
    return zaps.flatMap(({ runs }) => runs);
  } finally {
    putBack();
    await hooks.close();
    await sandbox.close();
  }
}

// Zapier fills in the connection label from the result of the connection test.
function labelOf(tested: unknown): string {
  const { connectionLabel = '' } = App.authentication ?? {};
  const label = typeof connectionLabel === 'string' ? connectionLabel.replaceAll('{{', '{{tested.') : '';
  return String(mapFields({ label }, { tested }).label);
}

function readForm(file: string): string {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`The form ${file} cannot be read: ${sentenceOf(error)}`, { cause: error });
  }
}

async function post(address: string, body: string): Promise<void> {
  await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}
