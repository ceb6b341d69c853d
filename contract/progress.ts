const EVERY_MS = 2_000;

/** Anything that text is written to. */
export interface TextOutput {
  write(text: string): unknown;
}

/** Does some work; as long as that takes, writes every two seconds what it is and for how long it has been going on. */
export async function withProgress<T>(what: string, output: TextOutput, work: () => Promise<T>): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += EVERY_MS / 1000;
    output.write(`${what}: ${seconds} s\n`);
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
