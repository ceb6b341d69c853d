import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { chart } from './chart.ts';
import { cold } from './cold.ts';
import { growth, type Curve } from './growth.ts';
import { own } from './own.ts';
import { packageEmptyApp, packageOwnApp, type PackagedApp } from './packaged_app.ts';
import { goalLines, report } from './report.ts';
import { requests } from './requests.ts';
import type { Effort, Section } from './section.ts';
import { zip } from './zip.ts';

const root = path.join(import.meta.dirname, '..');
const parts = ['cold', 'zip', 'own', 'requests', 'growth'] as const;
type Part = (typeof parts)[number];

/** Measures what the app costs; a whole run writes docs/performance.md and its chart. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? parts;
  const unknown = chosen.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}", only ${parts.join(', ')}.`);
  const effort = { quick: values.quick === true, workshop: mkdtempSync(path.join(tmpdir(), 'bench-')) };
  try {
    const runner = new Runner(effort);
    const sections: Section[] = [];
    for (const part of parts.filter((one) => chosen.includes(one))) {
      const section = await runner.run(part);
      process.stdout.write(
        `\n## ${section.title}\n\n${section.body.join('\n\n')}\n\n${goalLines(section.goals)}`,
      );
      sections.push(section);
    }
    if (!effort.quick && sections.length === parts.length) await write(sections, runner.curves);
  } finally {
    rmSync(effort.workshop, { recursive: true, force: true });
  }
}

class Runner {
  curves: Curve[] = [];
  readonly #effort: Effort;
  #apps: Promise<[own: PackagedApp, empty: PackagedApp]> | undefined;

  constructor(effort: Effort) {
    this.#effort = effort;
  }

  async run(part: Part): Promise<Section> {
    switch (part) {
      case 'cold':
        return cold(...(await this.#packaged()), this.#effort);
      case 'zip':
        return zip(...(await this.#packaged()));
      case 'own':
        return own(this.#effort);
      case 'requests':
        return requests();
      case 'growth': {
        const section = await growth(this.#effort);
        this.curves = section.curves;
        return section;
      }
    }
  }

  #packaged(): Promise<[own: PackagedApp, empty: PackagedApp]> {
    const { workshop } = this.#effort;
    return (this.#apps ??= Promise.all([
      packageOwnApp(root, path.join(workshop, 'own')),
      packageEmptyApp(root, path.join(workshop, 'empty')),
    ]));
  }
}

async function write(sections: Section[], curves: Curve[]): Promise<void> {
  const file = path.join(root, 'docs/performance.md');
  const [cpu] = cpus();
  const text = report(sections, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores of ${cpu?.model ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`,
    command: 'npm run bench',
  });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
  const lines = curves.map(({ name, points }) => ({
    name,
    points: points.map(({ records, probe }) => ({ x: records, y: probe.ms })),
  }));
  const captions = { title: 'One step, by the size of the account', x: 'records', y: 'milliseconds' };
  writeFileSync(path.join(root, 'docs/performance-growth.svg'), chart(lines, captions));
  const kept = readFileSync(file, 'utf8').split('\n').length;
  process.stdout.write(`\nWrote docs/performance.md (${kept} lines) and docs/performance-growth.svg\n`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`The benchmark stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
