import { sentenceOf } from '../../command_line/command.ts';
import { StepError } from '../platform.ts';
import type { ErrorView } from './wire.ts';

const kinds: Record<string, ErrorView['kind']> = {
  HaltedError: 'halted',
  ThrottledError: 'throttled',
  ExpiredAuthError: 'reconnect',
  RefreshAuthError: 'reconnect',
};

/** An error as Zapier shows it: its sentence, what Zapier does about it, and until when it waits. */
export function errorView(error: unknown): ErrorView {
  const kind = error instanceof StepError ? (kinds[error.name] ?? 'failed') : 'failed';
  const delay = error instanceof StepError ? error.delaySeconds : undefined;
  const until = delay === undefined ? {} : { until: new Date(Date.now() + delay * 1000).toISOString() };
  return { kind, sentence: sentenceOf(error), ...until };
}
