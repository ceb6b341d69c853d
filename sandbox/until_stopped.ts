/** How often to look whether the shell that npm started this process in is still there. */
const lookEveryMs = 100;

/**
 * Resolves when this process is asked to end: by Ctrl-C, by a signal, or by npm.
 *
 * npm passes a signal on to the shell it runs a script in, and a shell such as dash ends without telling the script.
 * So under npm a parent that is gone is such a request, too. A second Ctrl-C ends the process at once.
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
