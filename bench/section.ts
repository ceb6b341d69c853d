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
}

/** What a part may do. */
export interface Effort {
  /** A short run that shows that everything works; its figures say little. */
  quick: boolean;
  /** A directory of this run, for what is built and written meanwhile. */
  workshop: string;
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

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
