/** A limit for what the app may cost, and whether it is met. */
export interface Goal {
  what: string;
  goal: string;
  measured: string;
  met: boolean;
}

/** The results of one part of the benchmark, as a section of the report. */
export interface Section {
  title: string;
  /** What a person or a maintainer has to know of them, in a sentence or two. */
  inShort: string;
  goals: Goal[];
  /** Paragraphs, tables and lists, in Markdown. */
  body: string[];
}

/** How thoroughly to measure, and where to report progress. */
export interface Effort {
  /** A short run that shows that everything works; its figures say little. */
  quick: boolean;
  /** Is called with a line about the progress. */
  report: (progress: string) => void;
}

/**
 * A goal that is met when the measured value is not above the limit.
 * @param unit is appended to both: ' ms'
 * @param digits of the measured value, behind the point
 */
export function atMost(what: string, limit: number, measured: number, unit = '', digits = 3): Goal {
  return {
    what,
    goal: `≤ ${limit}${unit}`,
    measured: `${measured.toFixed(digits)}${unit}`,
    met: measured <= limit,
  };
}
