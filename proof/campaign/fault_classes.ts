import type { Fault } from '../../sandbox/sandbox.ts';
import { inProgressSpellings } from '../../sandbox/in_progress.ts';
import { requestTimeoutMs } from '../../src/settings.ts';

/** One way in which requests fail, with the name it is counted by. */
export interface FaultClass {
  name: string;
  hits: 'writes' | 'reads';
  /** The faults that are of this class. They are made when they are needed, since some name a time. */
  variants: () => Fault[];
}

const failures = [500, 502, 503, 504];
const proxies = [400, 404, 405, 406, 409, 410, 413, 415, 421, 422, 425, 426, 431, 451, 499];
const successes = ['no_content', 'accepted', 'empty', 'empty_object', 'location'] as const;
const retryMs = 2_000;
const lateMs = 40_000;

const each =
  <T>(values: readonly T[], make: (value: T) => Fault) =>
  (): Fault[] =>
    values.map(make);
const writing = (name: string, variants: () => Fault[]): FaultClass => ({ name, hits: 'writes', variants });
const reading = (name: string, variants: () => Fault[]): FaultClass => ({ name, hits: 'reads', variants });

/** The failures that say themselves whether a later try will work: broken connections, late answers, errors in passing. */
export const plainFaults: readonly FaultClass[] = [
  writing('drop_before', () => [{ kind: 'drop_before' }]),
  writing('drop_after', () => [{ kind: 'drop_after' }]),
  writing('slow_after', () => [{ kind: 'slow_after', delayMs: 2 * requestTimeoutMs() }]),
  writing(
    'status_before',
    each(failures, (status) => ({ kind: 'status_before', status })),
  ),
  writing(
    'status_after',
    each(failures, (status) => ({ kind: 'status_after', status })),
  ),
  writing('throttle', () => [
    { kind: 'throttle', retryAfter: '2' },
    { kind: 'throttle', retryAfter: new Date(Date.now() + retryMs).toUTCString() },
  ]),
  writing('half_body', () => [{ kind: 'half_body' }]),
  writing(
    'html',
    each([502, 200], (status) => ({ kind: 'html', status })),
  ),
  writing('wrong_type', () => [{ kind: 'wrong_type' }]),
  writing('in_progress', () => [{ kind: 'in_progress' }]),
];

/** The failures that look like something else than they are. */
export const deceptiveFaults: readonly FaultClass[] = [
  writing(
    'passing_failure',
    each(failures, (status) => ({ kind: 'status_before', status, stored: false })),
  ),
  writing(
    'stored_after',
    each(failures, (status) => ({ kind: 'status_after', status, stored: true })),
  ),
  writing('late_save', () => [{ kind: 'late_save', delayMs: lateMs }]),
  writing('late_save_stored', () => [{ kind: 'late_save', delayMs: lateMs, stored: true }]),
  writing(
    'proxy_before',
    each(proxies, (status) => ({ kind: 'html', status })),
  ),
  writing(
    'proxy_after',
    each([...proxies, ...failures], (status) => ({ kind: 'html_after', status })),
  ),
  writing(
    'no_record',
    each(successes, (success) => ({ kind: 'no_record', success })),
  ),
  writing(
    'no_record_stored',
    each(successes, (success) => ({ kind: 'no_record', success, stored: true })),
  ),
  writing('no_body', () => [{ kind: 'no_body' }]),
  writing(
    'in_progress_otherwise',
    each(inProgressSpellings, (spelling) => ({ kind: 'in_progress', spelling })),
  ),
];

/** The failures of reads. */
export const readFaults: readonly FaultClass[] = [
  reading('read_dropped', () => [{ kind: 'drop_before' }]),
  reading('read_cut', () => [{ kind: 'half_body' }, { kind: 'no_body' }]),
  reading(
    'read_failed',
    each(failures, (status) => ({ kind: 'status_before', status })),
  ),
  reading(
    'read_in_html',
    each([200, 403, 502], (status) => ({ kind: 'html', status })),
  ),
];

export const faultClasses: readonly FaultClass[] = [...plainFaults, ...deceptiveFaults, ...readFaults];
