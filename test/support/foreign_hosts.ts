import { afterAll, afterEach, beforeAll } from '@jest/globals';
import nock from 'nock';

/**
 * Lets a test file answer for hosts that are not there, and no file after it: Node's http module, which nock takes
 * over, is the same for all files of a worker.
 */
export function withForeignHosts(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
  });
  afterEach(() => {
    nock.cleanAll();
  });
  afterAll(() => {
    nock.restore();
  });
}
