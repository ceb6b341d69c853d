import type { JournalRequest } from '../../sandbox/sandbox.ts';
import { stepHeader } from './fate.ts';
import type { BrokenPromise, Found } from './reconcile.ts';
import type { FormWrite, Scenario } from './scenarios.ts';

/**
 * Describes a scenario that went wrong, for a person: what is wrong, each run and how it ended, each request and its
 * fault.
 * @param found the records of the scenario's customer
 * @param requests the requests of the scenario
 * @param everywhere what else was peculiar to the API meanwhile
 * @returns several lines
 */
export function explain(
  scenario: Scenario,
  findings: readonly BrokenPromise[],
  found: readonly Found[],
  requests: readonly JournalRequest[],
  everywhere: readonly string[],
): string {
  const { marker, story, action, newClient, reference, turnsApart, writes, fates } = scenario;
  const circumstances = [...everywhere, ...fates];
  return [
    `${action} ${marker}, ${story}${turnsApart === undefined ? '' : ' at once'}, ${
      reference === undefined ? 'no reference' : 'with a reference'
    }${newClient ? ', a new client' : ''}`,
    ...findings.map(({ what, sentence }) => `  ${what}: ${sentence}`),
    `  records: ${found.map(({ id, created_at }) => `${short(id)} of ${clock(created_at)}`).join(', ') || 'none'}`,
    ...(circumstances.length > 0 ? [`  meanwhile: ${circumstances.join(', ')}`] : []),
    ...writes.flatMap((write, index) => told(write, index + 1, marker, requests)),
  ].join('\n');
}

function told(
  { tries, state, record }: FormWrite,
  place: number,
  marker: string,
  requests: readonly JournalRequest[],
): string[] {
  const each = tries.flatMap(({ ms, error, lie }, index) => {
    const step = `${marker} write ${place} try ${index + 1}`;
    const own = requests.filter(({ headers }) => headers[stepHeader] === step);
    const end = error === undefined ? 'success' : `${error.name} "${error.sentence}"`;
    return [
      ...own.map(toldRequest),
      `    try ${index + 1}: ${end} (${ms.toFixed(0)} ms)${lie === undefined ? '' : `: ${lie}`}`,
    ];
  });
  return [`  write ${place}: ${state} ${short(record?.id)}`, ...each];
}

function toldRequest({
  at,
  method,
  path,
  headers,
  fault,
  status,
  answerHeaders,
  durationMs,
}: JournalRequest): string {
  const key = headers['idempotency-key'];
  return [
    `    ${clock(at)} ${method} ${path.replace(/[\da-f]{8}-[\da-f-]{27}/, short)}`,
    ...(key === undefined ? [] : [`key ${short(key)}`]),
    status,
    ...(fault === undefined ? [] : [fault]),
    ...(answerHeaders['idempotency-replayed'] === undefined ? [] : ['(stored answer)']),
    `${durationMs.toFixed(0)} ms`,
  ].join(' ');
}

function short(id: unknown): string {
  return typeof id === 'string' ? id.slice(0, 8) : '';
}

function clock(time: unknown): string {
  return typeof time === 'string' ? time.slice('2026-03-20T'.length, '2026-03-20T10:00:00.000'.length) : '';
}
