import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { connect, createOffice, type Item, type Office } from '../../workbench/office/office.ts';
import { judgedSandbox, type Judging } from './judged.ts';
import { withoutMemoryLimit } from './memory.ts';
import type { Platform } from '../../workbench/platform.ts';

export type { Item, Office };

/**
 * Opens an office for the tests of a file. Every test finds it without faults, and Zapier remembering nothing. What a
 * test asks of the API, and what is answered, is judged by the contract.
 * @param judging what is not judged, for tests that break the contract on purpose
 */
export function openOffice(options: SandboxOptions = {}, judging: Judging = {}): Office {
  let judged: Sandbox | undefined;
  let platform: Platform | undefined;
  const parts = {
    get sandbox() {
      if (judged === undefined) throw new Error('The office opens before the first test.');
      return judged;
    },
    get platform() {
      return (platform ??= connect(parts.sandbox.keys.live));
    },
  };
  beforeAll(async () => {
    judged = judgedSandbox(
      await startSandbox({ retryDelaysMs: [20, 40, 60], ...options }),
      judging,
      options.quirks,
    );
    process.env.CEPRO_API_URL = judged.url;
    process.env.CEPRO_RETRY_PAUSE_MS = '10';
  });
  beforeEach(() => {
    parts.sandbox.setFaults([]);
    parts.sandbox.setQuirks(options.quirks ?? {});
    platform = undefined;
  });
  afterEach(() => {
    parts.sandbox.clearJournal();
  });
  afterAll(() => judged?.close());
  withoutMemoryLimit();
  return createOffice(parts);
}
