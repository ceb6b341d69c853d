import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { command, readOptions, UsageError } from '../../command_line/command.ts';
import { startProgress } from '../../command_line/progress.ts';
import { temporaryFolder } from '../temporary_folder.ts';
import { crowd } from './crowd.ts';
import { instructions } from './instructions.ts';
import { memory } from './memory.ts';
import { networks } from './networks.ts';
import { packageEmptyApp, packageOwnApp, type PackagedApp } from './packaged_app.ts';
import { goalLines, performanceReport } from './performance_report.ts';
import type { Effort, Section } from './section.ts';
import { zipSize } from './zip_size.ts';

const root = path.join(import.meta.dirname, '../..');
type Apps = () => Promise<[own: PackagedApp, empty: PackagedApp]>;
const parts: Record<string, (effort: Effort, apps: Apps) => Promise<Section>> = {
  instructions: async (effort, apps) => instructions(...(await apps()), effort),
  networks,
  zip: async (_effort, apps) => zipSize(...(await apps())),
  crowd,
  memory,
};
const names = Object.keys(parts);
const usage = {
  call: 'npm run bench -- [options]',
  about: 'Measures what the app costs. A whole run writes docs/performance.md anew.',
  options: [
    ['--only PARTS', `only some of ${names.join(',')}; writes no document`],
    ['--quick', 'a short run that shows that everything works; its figures say little'],
  ],
} as const;

/** `npm run bench`: measures what the app costs. */
export const bench = command(usage, async (args, { stdout, stderr }) => {
  const { quick = false, only } = readOptions(args, { quick: { type: 'boolean' }, only: { type: 'string' } });
  const chosen = only?.split(',') ?? names;
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--only takes some of ${names.join(',')}, not "${unknown}".`);
  const progress = startProgress(stderr);
  const workshop = temporaryFolder('bench');
  let packaged: ReturnType<Apps> | undefined;
  const apps: Apps = () => {
    progress.report('building the zips of this app and of an empty one');
    return (packaged ??= Promise.all([
      packageOwnApp(root, path.join(workshop.path, 'own')),
      packageEmptyApp(root, path.join(workshop.path, 'empty')),
    ]));
  };
  try {
    const sections: Section[] = [];
    for (const name of names.filter((one) => chosen.includes(one))) {
      progress.report(name);
      const section = await parts[name]?.({ quick, report: progress.report }, apps);
      if (section === undefined) continue;
      const { title, body, goals } = section;
      progress.clear();
      stdout.write(`\n## ${title}\n\n${body.join('\n\n')}\n\n${goalLines(goals)}`);
      sections.push(section);
    }
    if (!quick && sections.length === names.length) stdout.write(await write(sections));
    return 0;
  } finally {
    progress.stop();
    workshop.remove();
  }
});

async function write(sections: Section[]): Promise<string> {
  // Loaded only here, since a run of some parts, or a quick one, writes nothing.
  const { format, resolveConfig } = await import('prettier');
  const file = path.join(root, 'docs/performance.md');
  const [cpu] = cpus();
  const text = performanceReport(sections, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores of ${cpu?.model ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`,
    command: 'npm run bench',
  });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
  const written = readFileSync(file, 'utf8').split('\n').length;
  return `\nWrote docs/performance.md (${written} lines)\n`;
}
