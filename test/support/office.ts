import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { Office, type Item } from '../../proof/office/office.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { judgedSandbox, type Judging } from './judged.ts';
import { withoutMemoryLimit } from './memory.ts';

export type { Item, Office };

/**
 * Opens an office for the tests of a file. Each test starts without faults and with an empty `z.cache`. After each test
 * all its requests and answers are compared with the contract.
 * @param judging turns the comparison off, for tests that break the contract on purpose
 */
export function openOffice(options: SandboxOptions = {}, judging: Judging = {}): Office {
  const office = new Office();
  beforeAll(() =>
    office.open({
      sandbox: { retryDelaysMs: [20, 40, 60], ...options },
      settings: { CEPRO_RETRY_PAUSE_MS: '10' },
      wrap: (sandbox) => judgedSandbox(sandbox, judging, options.quirks),
    }),
  );
  beforeEach(() => {
    office.sandbox.setFaults([]);
    office.sandbox.setQuirks(options.quirks ?? {});
    office.reconnect();
  });
  afterEach(() => {
    office.sandbox.clearJournal();
  });
  afterAll(() => office.close());
  withoutMemoryLimit();
  return office;
}
