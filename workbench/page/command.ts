import { spawn } from 'node:child_process';
import { command, readOptions, UsageError, wholeNumber } from '../../command_line/command.ts';
import { servePage } from './server.ts';
import { openSession } from './session.ts';

const usage = {
  call: 'npm run workbench -- [options]',
  about: `Serves a page on this machine until Ctrl-C: the forms of Zapier's editor, Zaps that run, and an office to try them in.`,
  options: [
    ['--port NUMBER', 'where it listens, 4000 when absent; a free one when that is taken'],
    ['--open', 'opens it in the browser'],
    ['--real', 'works on the real CleanEstimate Pro, with the API key in CEPRO_API_KEY; writes ask first'],
  ],
} as const;

const usualPort = '4000';
const largestPort = 65_535;
const flag = { type: 'boolean' } as const;
const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };

/** `npm run workbench`: serves the page until this process ends. */
export const workbenchCommand = command(usage, async (args, { stdout }) => {
  const options = { port: { type: 'string' }, open: flag, real: flag } as const;
  const { port = usualPort, open, real } = readOptions(args, options);
  const wanted = wholeNumber('port', port, 0, largestPort);
  const session = await openSession(real === true ? keyFromEnvironment() : undefined);
  const { url } = await servePage(session, wanted);
  stdout.write(`The workbench is at ${url}\nCtrl-C ends it.\n`);
  if (open === true) openInBrowser(url);
  return new Promise<never>(() => undefined);
});

function keyFromEnvironment(): string {
  const key = process.env.CEPRO_API_KEY ?? '';
  if (key.trim() === '') throw new UsageError('--real needs an API key in CEPRO_API_KEY.');
  return key.trim();
}

// Where no browser can be opened, the address that was printed is what there is.
function openInBrowser(url: string): void {
  const opener = openers[process.platform] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
