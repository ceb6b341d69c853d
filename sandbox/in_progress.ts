import { ApiError, errorAnswer, type Answer } from './api_error.ts';

/**
 * How the API may spell the 409 for a write whose Idempotency-Key belongs to a request that still runs: documented is
 * its code alone, and not where the code stands.
 */
export const inProgressSpellings = [
  'assumed',
  'errors',
  'error_code',
  'problem',
  'hyphens',
  'reason',
  'details',
] as const;
export type InProgressSpelling = (typeof inProgressSpellings)[number];

const code = 'idempotency_in_progress';
const message = 'The first request with this Idempotency-Key still runs.';

const bodies: Record<InProgressSpelling, unknown> = {
  assumed: { error: { code, message, details: [] } },
  errors: { errors: [{ code, message }] },
  error_code: { error_code: code, message },
  problem: { type: 'about:blank', title: 'Conflict', status: 409, detail: message, code },
  hyphens: { error: { code: 'idempotency-in-progress', message } },
  reason: { error: { reason: code, message: 'Conflict' } },
  details: { error: { code: 'conflict', message: 'Conflict.', details: [{ code, message }] } },
};

/** The error of a write whose Idempotency-Key belongs to a request that is still being processed. */
export class InProgress extends ApiError {
  constructor() {
    super(409, code, message);
  }
}

/** The answer to such a write, as the API would spell it. */
export function inProgressAnswer(spelling: InProgressSpelling = 'assumed'): Answer {
  const { status } = errorAnswer(new InProgress());
  const headers = spelling === 'problem' ? { 'Content-Type': 'application/problem+json' } : {};
  return { status, text: JSON.stringify(bodies[spelling]), headers };
}
