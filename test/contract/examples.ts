import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Exchange } from '../../contract/judge.ts';

const BASE = 'https://app.cleanestimate.pro/api/v1';
/** The id that replaces every placeholder of the examples page. */
export const ID = '00000000-0000-4000-8000-000000000001';

/** Makes an exchange from the parts that a test is about. All other parts are empty, and there is no answer. */
export function exchange(parts: Partial<Exchange>): Exchange {
  const empty = { query: {}, headers: {}, body: null, status: 0, answer: null, answerHeaders: {} };
  return { method: 'GET', path: '/', ...empty, ...parts };
}

/** The requests of the product's examples page, unchanged but for the ids of records. */
export function examplesOfThePage(): Exchange[] {
  const page = readFileSync(path.resolve('test/contract/examples-page.txt'), 'utf8');
  return page
    .split(/^curl /m)
    .slice(1)
    .map(fromCurl);
}

function fromCurl(command: string): Exchange {
  const address = /^"?([^\s"]+)/.exec(command)?.[1] ?? '';
  const url = new URL(address.replace(/[A-Z]+_ID$/, ID));
  const headers = [...command.matchAll(/-H "([^:]+): ([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
  );
  const text = /-d '([^']*)'/.exec(command)?.[1];
  const body: unknown = text === undefined ? null : JSON.parse(text);
  return exchange({
    method: /-X (\w+)/.exec(command)?.[1] ?? 'GET',
    path: url.href.split('?')[0]?.slice(BASE.length) ?? '',
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    body,
  });
}
