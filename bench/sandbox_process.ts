import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as zod from 'zod';

/** A sandbox with leads in it, in a process of its own. */
export interface SandboxProcess extends zod.output<typeof startedSchema> {
  stop: () => Promise<void>;
}

const startedSchema = zod.object({
  url: zod.string(),
  key: zod.string(),
  newestId: zod.string(),
  oldest: zod.record(zod.string(), zod.unknown()),
});

/** Starts a sandbox with this many leads, and points the app at it. */
export async function startSandboxProcess(leads: number): Promise<SandboxProcess> {
  const script = path.join(import.meta.dirname, 'seeded_sandbox.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, String(leads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([firstLine(child.stdout), exited.then(() => undefined)]);
  if (line === undefined) throw new Error('The sandbox did not start.');
  const started = startedSchema.parse(JSON.parse(line));
  process.env.CEPRO_API_URL = started.url;
  return {
    ...started,
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stream })) return line;
  return undefined;
}
