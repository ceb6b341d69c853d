import { jest } from '@jest/globals';
import type { Seen } from './leaks.ts';

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * Records everything that is printed instead of printing it: by the console, which `z.console` uses in tests, and to
 * stdout and stderr.
 * @returns what was printed so far, and a function that ends the recording
 */
export function watchTheOutput(): { printed: Seen[]; stop: () => void } {
  const printed: Seen[] = [];
  const note = (where: string, text: unknown): void => void printed.push({ where, text: String(text) });
  const spies = [
    ...methods.map((method) =>
      jest.spyOn(console, method).mockImplementation((...texts: unknown[]) => {
        note(
          `console.${method}`,
          texts.map((text) => (typeof text === 'string' ? text : JSON.stringify(text))).join(' '),
        );
      }),
    ),
    ...(['stdout', 'stderr'] as const).map((name) =>
      jest.spyOn(process[name], 'write').mockImplementation((text) => {
        note(name, text);
        return true;
      }),
    ),
  ];
  return {
    printed,
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
