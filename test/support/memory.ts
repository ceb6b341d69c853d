import { afterAll, beforeAll, jest } from '@jest/globals';

/**
 * Lets a test file run thousands of steps. The platform ends a process that has grown past 450 MB after 250 steps;
 * here that process also holds the sandbox and every record it was sent.
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
