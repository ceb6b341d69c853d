/** How often to check that the shell in which npm started this process is still running. */
const lookEveryMs = 100;

/**
 * Resolves when this process is asked to end: by Ctrl-C, by a signal, or because npm was ended.
 *
 * npm sends a signal on to the shell in which it runs a script, and a shell such as dash ends without sending it to the
 * script. So under npm this also resolves when the parent process is gone. A second Ctrl-C ends the process at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      clearInterval(looking);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    const parent = process.ppid;
    const looking = setInterval(() => {
      if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) stop();
    }, lookEveryMs);
    looking.unref();
  });
}
