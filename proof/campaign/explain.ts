import type { JournalRequest } from '../../sandbox/sandbox.ts';
import type { BrokenPromise, Found } from './reconcile.ts';
import { markerIn, type Scenario, type FormWrite } from './scenarios.ts';
import { isObject } from '../../src/lib/guards.ts';

/**
 * Describes a scenario that went wrong, for a person: what is wrong, each run and how it ended, each request and its
 * fault.
 * @param found the records with the scenario's marker
 * @param requests all requests of the office; those of other scenarios are left out
 * @returns several lines
 */
export function explain(
  scenario: Scenario,
  findings: readonly BrokenPromise[],
  found: readonly Found[],
  requests: readonly JournalRequest[],
): string {
  const { marker, story, action, reference, turnsApart, writes } = scenario;
  const own = requests.filter(
    ({ body }) => isObject(body) && markerIn(body.customer_name ?? body.name) === marker,
  );
  return [
    `${action} ${marker}, ${story}${turnsApart === undefined ? '' : ' at once'}, ${reference === undefined ? 'no reference' : 'with a reference'}`,
    ...findings.map(({ what, sentence }) => `  ${what}: ${sentence}`),
    `  records: ${found.map(({ id }) => short(id)).join(', ') || 'none'}`,
    ...writes.map((write, index) => `  write ${index + 1}: ${told(write)}`),
    ...own.map(
      ({ headers, fault, status, answerHeaders, durationMs }) =>
        `  request: key ${short(headers['idempotency-key'])} ${status} ${fault ?? ''}${
          answerHeaders['idempotency-replayed'] === undefined ? '' : ' (stored answer)'
        } ${durationMs.toFixed(0)} ms`,
    ),
  ].join('\n');
}

function told({ tries, state, record }: FormWrite): string {
  const each = tries.map(
    ({ ms, error }) => `${error?.sentence.slice(0, 50) ?? 'success'} (${ms.toFixed(0)} ms)`,
  );
  return `${state} ${short(record?.id)} ${each.join(' → ')}`;
}

function short(id: unknown): string {
  return typeof id === 'string' ? id.slice(0, 8) : '';
}
