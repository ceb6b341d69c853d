import { readFileSync } from 'node:fs';
import { command, readWordAndOptions, sentenceOf, UsageError } from '../command_line/command.ts';
import { openOffice, type Office } from '../proof/office/office.ts';
import { fillOffice } from '../proof/office/records.ts';
import { pathsIn } from './mapping.ts';
import { postForm } from './post_form.ts';
import { printer, type Printer } from './print.ts';
import type { Run } from './run_steps.ts';
import { setOff } from './set_off.ts';
import { showZaps } from './show_zaps.ts';
import { readTemplates, type Template } from './templates.ts';
import { mainZaps } from './zaps.ts';

const example = 'workbench/examples/website-form.json';
const usage = {
  call: 'npm start -- [FILE]',
  about: `Runs two Zaps on the real app, against a sandbox on this machine: a website's form becomes a lead, and the new lead a
client with a job. FILE is another form, of the same shape as ${example}.`,
  options: [
    ['--list', 'names the Zaps of docs/zap-templates.md'],
    ['--zap NAME', 'runs one of them, by its name or number'],
    ['--open', 'opens the page of `npm run workbench`'],
  ],
} as const;

const flag = { type: 'boolean' } as const;

/** `npm start`: shows Zaps in the terminal, and checks that they ran. */
export const startCommand = command(usage, async (args, streams) => {
  const { word, values } = readWordAndOptions(args, { list: flag, open: flag, zap: { type: 'string' } });
  const say = (text: string): void => void streams.stdout.write(`${text}\n`);
  if (values.list === true) {
    readTemplates().forEach(({ name }, index) => {
      say(`${String(index + 1).padStart(2)}  ${name}`);
    });
    return 0;
  }
  // The page is loaded when it is wanted: the terminal does without it.
  if (values.open === true) return (await import('./page/command.ts')).workbenchCommand(['--open'], streams);
  const print = printer(streams.stdout);
  const office = await openOffice();
  try {
    if (values.zap !== undefined) await showTemplate(templateNamed(values.zap), office, print, say);
    else await showMainJob(word ?? example, office, print, say);
    return 0;
  } finally {
    await office.close();
  }
});

type Say = (text: string) => void;

/**
 * Shows the two Zaps that a form sets off: it becomes a lead, and the lead a client and a job.
 * @throws Error when the form cannot be read, or a run did not come to its end
 */
async function showMainJob(file: string, office: Office, print: Printer, say: Say): Promise<void> {
  const form = readForm(file);
  say(`${print.title('CleanEstimate Pro for Zapier')}: two Zaps on the real app, on this machine`);
  const runs = await showZaps(mainZaps, {
    office,
    printer: print,
    say,
    setOff: async ({ address }) => {
      print.line('Form sent', file).forEach(say);
      await postForm(address, form);
    },
  });
  const [formZap] = mainZaps;
  const unfinished = runs.find(({ status }) => status !== 'done');
  if (unfinished !== undefined) {
    const paths = unfinished.zap === formZap?.name ? pathsIn(formZap.steps.map(({ input }) => input)) : [];
    const mapped = paths.length === 0 ? '' : `\n\nOf a form these paths are mapped: ${paths.join(', ')}.`;
    throw new Error(`${failureOf(unfinished)}${mapped}`);
  }
  if (runs.length < mainZaps.length)
    throw new Error('Not every Zap ran: the lead did not arrive at New Lead.');
  print.line('Requests', `${office.requests().length} to the API of CleanEstimate Pro`).forEach(say);
  say(print.good('\nBoth Zaps ran: one lead, one client, one job.'));
}

async function showTemplate(template: Template, office: Office, print: Printer, say: Say): Promise<void> {
  say(print.title(template.name));
  const records = await fillOffice(office);
  office.sandbox.clearJournal();
  const runs = await showZaps([template.zap], {
    office,
    printer: print,
    say,
    setOff: (running) => setOff(template, running, office, records),
  });
  for (const step of template.elsewhere) print.line('In Zapier', step).forEach(say);
  const unfinished = runs.find(({ status }) => status !== 'done');
  if (unfinished !== undefined) throw new Error(failureOf(unfinished));
  if (runs.length === 0) throw new Error('The Zap did not run: nothing here sets its trigger off.');
  say(print.good(`\nThe Zap ran${runs.length === 1 ? '' : ` ${runs.length} times`}.`));
}

function templateNamed(name: string): Template {
  const templates = readTemplates();
  const wanted = name.toLowerCase();
  const found =
    templates[Number(name) - 1] ?? templates.find((one) => one.name.toLowerCase().startsWith(wanted));
  if (found === undefined) throw new UsageError(`No Zap is called "${name}": --list names them.`);
  return found;
}

function failureOf({ zap, error, status }: Run): string {
  return `${zap}: ${error?.message ?? status}`;
}

function readForm(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The form ${file} cannot be read: ${sentenceOf(error)}`, { cause: error });
  }
}
