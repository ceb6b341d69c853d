import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as zod from 'zod';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { startNode } from '../run_node.ts';

const startedSchema = zod.object({
  url: zod.string(),
  key: zod.string(),
  newestId: zod.string(),
  oldest: zod.record(zod.string(), zod.unknown()),
});

/** A sandbox with leads in it: its API's URL, a live key, the newest lead's id, and the oldest lead. */
export type SeededSandbox = zod.output<typeof startedSchema>;

/**
 * Starts a sandbox in a separate process, so that its memory and CPU time are not measured as the app's. Sets
 * CEPRO_API_URL to it, does the work, and stops it.
 * @param leads how many leads it has
 * @returns what `work` returns
 * @throws Error when the sandbox does not start
 */
export async function withSandboxProcess<T>(
  leads: number,
  work: (sandbox: SeededSandbox) => Promise<T>,
): Promise<T> {
  const script = path.join(import.meta.dirname, 'seeded_sandbox.ts');
  const child = startNode(['--disable-warning=ExperimentalWarning', script, String(leads)]);
  child.stderr.pipe(process.stderr, { end: false });
  const exited = once(child, 'exit');
  const line = await Promise.race([firstLine(child.stdout), exited.then(() => undefined)]);
  if (line === undefined) throw new Error('The sandbox did not start.');
  const sandbox = startedSchema.parse(JSON.parse(line));
  const putBack = changeAppSettings({ CEPRO_API_URL: sandbox.url });
  try {
    return await work(sandbox);
  } finally {
    putBack();
    child.stdin.end();
    await exited;
  }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stream })) return line;
  return undefined;
}
