import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startProgress } from '../../proof/progress.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function written(terminal: { isTTY: boolean; columns?: number }, work: (stream: object) => void): string {
  let text = '';
  const stream = {
    ...terminal,
    write: (part: string) => {
      text += part;
    },
  };
  const progress = startProgress(stream);
  progress.report('half of it');
  work(progress);
  progress.stop();
  jest.advanceTimersByTime(60_000);
  return text;
}

describe('progress', () => {
  test('is not told of what ends within two seconds', () => {
    expect(
      written({ isTTY: true }, () => {
        jest.advanceTimersByTime(1_900);
      }),
    ).toBe('');
  });

  test('is a line every few seconds where there is no terminal', () => {
    expect(
      written({ isTTY: false }, () => {
        jest.advanceTimersByTime(12_100);
      }),
    ).toBe('half of it (2 s)\nhalf of it (7 s)\nhalf of it (12 s)\n');
  });

  test('is one line in a terminal, no longer than that, and gone at the end', () => {
    const text = written({ isTTY: true, columns: 8 }, () => {
      jest.advanceTimersByTime(2_300);
    });

    expect(text).toBe('half of\r\u001b[Khalf of\r\u001b[K');
  });
});
