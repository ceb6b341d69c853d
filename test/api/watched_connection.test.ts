import { expect, test } from '@jest/globals';
import { setImmediate as soon } from 'node:timers/promises';
import { collectGarbage } from '../../proof/garbage.ts';
import { onWatchedConnection } from '../../src/api/watched_connection.ts';

test('what an answer holds is let go once it came, and not only when its time would have been up', async () => {
  let held: WeakRef<object> | undefined;

  await onWatchedConnection('http:', 60_000, (_agent, signal) => {
    const answer = { data: 'an answer' };
    held = new WeakRef(answer);
    // As the platform's client does for as long as it reads.
    signal.addEventListener('abort', () => answer.data);
    return Promise.resolve();
  });
  await soon();
  collectGarbage();

  expect(held?.deref()).toBeUndefined();
});
