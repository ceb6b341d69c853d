import { afterAll, beforeAll, jest } from '@jest/globals';

/**
 * Lets a test file run thousands of steps. After 250 steps the platform ends a process that uses more than 450 MB. That
 * happens easily in tests, since the sandbox with all its records is in the same process.
 */
export function withoutMemoryLimit(): void {
  const usage = { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 };
  let spy: { mockRestore: () => void } | undefined;
  beforeAll(() => {
    spy = jest.spyOn(process, 'memoryUsage').mockReturnValue(usage);
  });
  afterAll(() => {
    spy?.mockRestore();
  });
}
