import type { Telling } from './run_steps.ts';

const width = Math.max(40, Math.min(process.stdout.columns || 140, 160));

/** One line of the report, cut to the width of the terminal: a heading of at most 12 characters, and a text. */
export function line(about: string, what: string): string {
  const text = `  ${about.padEnd(12)} ${what.replace(/\s+/g, ' ')}`;
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** Turns one event of the runner into lines of the report. */
export function report(telling: Telling): string[] {
  switch (telling.what) {
    case 'on':
      return [line('Zap on', telling.zap), line('', onText(telling))];
    case 'arrived':
      return ['', telling.zap, line('arrived', arrivedText(telling))];
    case 'refused':
      return ['', telling.zap, line('refused', telling.error.message)];
    case 'step':
      return [
        line(telling.step, telling.does),
        line('  in', values(telling.input, telling.input)),
        line('  out', values(telling.input, telling.output)),
      ];
    case 'error':
      return [line(telling.step, `${telling.error.name}: ${telling.error.message}`)];
    case 'off':
      return [line('Zap off', telling.zap)];
  }
}

// Prints the output's values of the fields that were filled in, in the same order, so that in and out can be compared.
function values(asked: Record<string, unknown>, record: unknown): string {
  const given: Record<string, unknown> = { ...(typeof record === 'object' ? record : {}) };
  return Object.keys(asked)
    .map((key) => given[key])
    .filter((value) => value !== undefined && value !== null && value !== '')
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' · ');
}

function onText({ subscription, address }: Extract<Telling, { what: 'on' }>): string {
  if (typeof subscription !== 'object' || subscription === null) return `waits for posts to ${address}`;
  return `webhook registered${'id' in subscription ? ` as ${String(subscription.id)}` : ''}`;
}

function arrivedText({ request, items }: Extract<Telling, { what: 'arrived' }>): string {
  const signed = Object.keys(request.headers).some((name) => /signature/i.test(name));
  const what = signed ? 'a signed delivery, verified' : 'a post';
  return `${what}, ${request.content.length} bytes → ${items.length === 1 ? 'one run' : `${items.length} runs`}`;
}
