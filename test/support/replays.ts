import { replayPausesMs, type MovingClock } from './moving_clock.ts';

/**
 * Runs a step as Zapier does: when it fails, it is replayed after 5 minutes, 30 minutes, and so on.
 * @returns what the run that succeeded gave, and how many replays it took
 * @throws Error when no replay succeeds
 */
export async function runAndReplay(
  clock: MovingClock,
  step: () => Promise<Record<string, unknown>>,
): Promise<{ id: unknown; replays: number }> {
  let last: unknown;
  for (const [replays, pauseMs] of [...replayPausesMs, 0].entries()) {
    try {
      const { id } = await step();
      return { id, replays };
    } catch (error) {
      last = error;
      clock.move(pauseMs);
    }
  }
  throw new Error(`No replay succeeded: ${String(last)}`);
}
