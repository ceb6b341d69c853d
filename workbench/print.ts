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
        line('  in', values(telling.input)),
        ...changes(telling.input, telling.output).map((change) => line('  read', change)),
      ];
    case 'error':
      return [line(telling.step, `${telling.error.name}: ${telling.error.message}`)];
    case 'off':
      return [line('Zap off', telling.zap)];
  }
}

function values(input: Record<string, unknown>): string {
  return Object.values(input)
    .filter((value) => value !== undefined && value !== null && value !== '')
    .map(shown)
    .join(' · ');
}

// What was typed and what CleanEstimate Pro has, where they differ.
function changes(input: Record<string, unknown>, output: unknown): string[] {
  const stored: Record<string, unknown> = { ...(typeof output === 'object' ? output : {}) };
  return Object.entries(input).flatMap(([key, typed]) => {
    const value = stored[key];
    const isSame = value === undefined || value === null || shown(value) === shown(typed);
    return isSame ? [] : [`${key}: ${shown(typed)} → ${shown(value)}`];
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
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
