import type { Streams } from './command.ts';

/** Says how far something is that takes longer than a moment. */
export interface Progress {
  /** What is being done now. */
  report: (doing: string) => void;
  /** Takes the line away, so that something else can be printed. It comes back by itself. */
  clear: () => void;
  stop: () => void;
}

const patienceMs = 2_000;
const terminalMs = 250;
const logMs = 5_000;

/** Starts telling: in a terminal one line that is updated, elsewhere a line every few seconds. */
export function startProgress(stream: Streams['stderr']): Progress {
  const terminal = stream.isTTY === true;
  const started = performance.now();
  let doing = '';
  let shown = false;
  const clear = (): void => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  const show = (): void => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const line = `${doing} (${seconds} s)`;
    if (!terminal) return void stream.write(`${line}\n`);
    clear();
    stream.write(line.slice(0, (stream.columns ?? 80) - 1));
    shown = true;
  };
  let timer = setTimeout(() => {
    show();
    timer = setInterval(show, terminal ? terminalMs : logMs);
  }, patienceMs);
  return {
    report: (now) => {
      doing = now;
    },
    clear,
    stop: () => {
      clearTimeout(timer);
      clear();
    },
  };
}
