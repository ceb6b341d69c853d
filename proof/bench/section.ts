import type { Line } from './chart.ts';

/** A limit for what the app may cost, and whether it is met. */
export interface Goal {
  what: string;
  goal: string;
  measured: string;
  met: boolean;
  /** True when the figures vary so much around the limit that they do not decide whether it is met. */
  unclear?: boolean;
}

/** The results of one part of the benchmark, as a section of the report. */
export interface Section {
  title: string;
  goals: Goal[];
  /** Paragraphs, tables and lists, in Markdown. */
  body: string[];
  /** The lines of the report's chart, from the part that has some. */
  lines?: Line[];
}

/** How thoroughly to measure, and where to report progress. */
export interface Effort {
  /** A short run that shows that everything works; its figures say little. */
  quick: boolean;
  /** Is called with a line about the progress. */
  report: (progress: string) => void;
}

/** A goal that is met when the measured value is not above the limit. `unit` is appended to both: ' ms'. */
export function atMost(what: string, limit: number, measured: number, unit = ''): Goal {
  return {
    what,
    goal: `≤ ${limit}${unit}`,
    measured: `${measured.toFixed(3)}${unit}`,
    met: measured <= limit,
  };
}
