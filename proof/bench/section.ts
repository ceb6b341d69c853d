import type { Line } from './chart.ts';

/** One promise about what the app costs, and whether it is kept. */
export interface Goal {
  what: string;
  goal: string;
  measured: string;
  met: boolean;
  /** The figures lie so far apart on both sides of the goal that they decide nothing. */
  unclear?: boolean;
}

/** What one part of the benchmark found out. */
export interface Section {
  title: string;
  goals: Goal[];
  /** Paragraphs, tables and lists, in Markdown. */
  body: string[];
  /** What is drawn as a chart. */
  lines?: Line[];
}

/** What a part may do. */
export interface Effort {
  /** A short run that shows that everything works; its figures say little. */
  quick: boolean;
  /** Hears how far it is. */
  report: (progress: string) => void;
}

/** Judges a measured value by the most it may be. */
export function atMost(what: string, limit: number, measured: number, unit = ''): Goal {
  return {
    what,
    goal: `≤ ${limit}${unit}`,
    measured: `${measured.toFixed(3)}${unit}`,
    met: measured <= limit,
  };
}
