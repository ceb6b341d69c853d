import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Handler } from 'hono';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAccess, type Access } from './access.ts';
import { ApiError, errorAnswer, type Answer } from './api_error.ts';
import type { Clock } from './clock.ts';
import { inTransaction } from './database.ts';
import { answerAfter, answerInstead, failureOf } from './fault_answers.ts';
import type { Fault, FaultPlan } from './faults.ts';
import type { Idempotency } from './idempotency.ts';
import { InProgress, inProgressAnswer } from './in_progress.ts';
import type { Journal } from './journal.ts';
import { parseJson } from './json.ts';
import type { Account, Keys } from './keys.ts';
import type { Quirks } from './quirks.ts';
import type { RateLimit } from './rate_limit.ts';
import { send } from './send.ts';

export const prefix = '/api/v1';

/** What the handler of a route gets to know of the request. */
export interface Call {
  account: Account;
  id: string;
  query: Record<string, string>;
  body: unknown;
}

/** Handles the requests to one route once the key was checked. Throws an ApiError to answer with an error. */
export type Operation = (call: Call) => Answer;

/** What every route of the API works with. */
export interface ExchangeParts {
  database: DatabaseSync;
  keys: Keys;
  rateLimit: RateLimit;
  idempotency: Idempotency;
  journal: Journal;
  faults: FaultPlan;
  quirks: () => Quirks;
  clock: Clock;
  /** Aborts the delay of the fault `slow_after` when the sandbox closes. */
  stop: AbortSignal;
}

interface Env {
  Bindings: HttpBindings;
}

/**
 * Wraps an operation into a complete route: it injects faults, checks key, rate limit and scope, replays the stored
 * answer of a repeated write, and records the request in the journal.
 */
export function exchange(parts: ExchangeParts, access: Access, operation: Operation): Handler<Env> {
  return noted(parts, async (c, fault) => {
    const caller = parts.keys.authenticate(c.req.header('authorization'));
    parts.rateLimit.spend(caller);
    checkAccess(caller, access);
    const path = pathOf(c);
    const perform = (text: string): Answer => {
      if (fault?.kind === 'status_before') throw failureOf(fault);
      const answer = operation({
        account: caller,
        id: c.req.param('id') ?? '',
        query: c.req.query(),
        body: bodyOf(text),
      });
      return fault?.stored === true ? answerAfter(fault, answer, c.req.path) : answer;
    };
    if (access.once !== true) {
      const text = await c.req.text();
      return inTransaction(parts.database, () => perform(text));
    }
    const read = async (): Promise<{ method: string; path: string; text: string }> => ({
      method: c.req.method,
      path,
      text: await c.req.text(),
    });
    const key = c.req.header('idempotency-key');
    if (fault?.kind === 'late_save') {
      const save = await parts.idempotency.later(caller, key, read, ({ text }) => perform(text));
      parts.clock.later(fault.delayMs ?? 0, save);
      return errorAnswer(failureOf(fault));
    }
    return parts.idempotency.once(caller, key, read, ({ text }) => perform(text));
  });
}

/**
 * Wraps `respond` so that configured faults are injected and every request is recorded in the journal, also when
 * `respond` throws. Checks no key: for the one route that needs none.
 */
export function noted(
  { faults, journal, stop, quirks, clock }: ExchangeParts,
  respond: (c: Context<Env>, fault: Fault | undefined) => Answer | Promise<Answer>,
): Handler<Env> {
  return async (c) => {
    const started = performance.now();
    const at = new Date().toISOString();
    const path = pathOf(c);
    clock.catchUp();
    const fault = faults.hit(c.req.method, path);
    const answer = await answerUnder(fault, quirks(), c.req.path, () => respond(c, fault));
    const bodyText = await c.req.text().catch(() => '');
    const { note, deliver } = send(c.env.outgoing, answer, fault);
    const entry = journal.noteRequest({
      at,
      method: c.req.method,
      path,
      query: c.req.query(),
      headers: c.req.header(),
      bodyText,
      ...note,
      ...(fault === undefined ? {} : { fault: fault.name ?? fault.kind }),
      bytesIn: Buffer.byteLength(bodyText),
      durationMs: performance.now() - started,
    });
    if (fault?.kind === 'slow_after') {
      await sleep(fault.delayMs ?? 0, undefined, { signal: stop }).catch(() => undefined);
      entry.durationMs = performance.now() - started;
    }
    deliver();
    return RESPONSE_ALREADY_SENT;
  };
}

async function answerUnder(
  fault: Fault | undefined,
  { inProgressSpelling }: Quirks,
  path: string,
  respond: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const instead = fault === undefined ? undefined : answerInstead(fault);
  if (instead !== undefined) return instead;
  let answer: Answer;
  try {
    answer = await respond();
  } catch (error) {
    answer = error instanceof InProgress ? inProgressAnswer(inProgressSpelling) : errorAnswer(error);
  }
  return fault === undefined ? answer : answerAfter(fault, answer, path);
}

function pathOf(c: Context<Env>): string {
  return c.req.path.slice(prefix.length);
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON, or it broke off.');
  }
}
