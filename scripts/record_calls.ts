import { startSandbox } from '../sandbox/sandbox.ts';
import {
  caught,
  fillOffice,
  happenings,
  pollInput,
  workingInput,
} from '../workbench/office/every_operation.ts';
import { connect, createOffice } from '../workbench/office/office.ts';
import { operations, type Operation } from './definition.ts';
import type { Calls } from './operations_doc.ts';

/**
 * Runs every operation once against a sandbox of its own.
 * @returns the requests that each made, ids as `:id`
 * @throws Error when an operation fails
 */
export async function recordCalls(): Promise<Calls> {
  const sandbox = await startSandbox();
  const before = process.env.CEPRO_API_URL;
  process.env.CEPRO_API_URL = sandbox.url;
  try {
    const office = createOffice({ sandbox, platform: connect(sandbox.keys.live) });
    const run = async ({ kind, key, type }: Operation): Promise<void> => {
      const records = await fillOffice(office);
      const delivery =
        type === 'hook'
          ? await caught(office, key, () => happenings[key]?.(office, records) ?? Promise.resolve())
          : {};
      sandbox.clearJournal();
      if (kind === 'action') await office.create(key, workingInput(key, records));
      else if (kind === 'search') await office.search(key, workingInput(key, records));
      else await office.trigger(key, { ...delivery, inputData: type === 'polling' ? pollInput(key) : {} });
    };

    const calls: Calls = {};
    for (const operation of operations) {
      await run(operation);
      calls[operation.key] = sandbox
        .journal()
        .requests.map(({ method, path }) => `${method} ${withoutIds(path)}`);
    }
    return calls;
  } finally {
    if (before === undefined) delete process.env.CEPRO_API_URL;
    else process.env.CEPRO_API_URL = before;
    await sandbox.close();
  }
}

function withoutIds(path: string): string {
  return path.replace(/[\da-f]{8}-[\da-f-]{27}/, ':id');
}
