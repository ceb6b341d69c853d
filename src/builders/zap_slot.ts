import type { Bundle } from 'zapier-platform-core';
import { connectionMark } from '../lib/connection.ts';
import { isBlank, ownMember } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { runOf } from '../lib/run.ts';

/**
 * The name under which the cache keeps something of a Zap, its connection and its form; undefined when nobody says which
 * Zap it is.
 */
export function slotOf(what: string, bundle: Bundle): string | undefined {
  // Zapier calls the id deprecated, but gives it: a poll has no other mark of its Zap.
  const zapId = ownMember(ownMember(runOf(bundle), 'zap'), 'id');
  return isBlank(zapId) ? undefined : `${what} of ${hash(zapId, connectionMark(bundle), bundle.inputData)}`;
}
