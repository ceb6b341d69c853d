/** A line of a chart. Both coordinates have to be above 0. */
export interface Line {
  name: string;
  points: readonly { x: number; y: number }[];
}

/** The texts of a chart: its title and the names of its axes. */
export interface Captions {
  title: string;
  x: string;
  y: string;
}

const width = 760;
const height = 420;
const plot = { left: 70, right: 500, top: 50, bottom: 360 };
// The palette of Okabe and Ito: colour-blind people can tell these apart, on a white and on a black background.
const colours = ['#d55e00', '#e69f00', '#0072b2', '#009e73', '#cc79a7', '#56b4e9', '#8c8c8c'];

/** Draws lines on two logarithmic axes. Returns an SVG that can be read on light and on dark pages. */
export function chart(lines: readonly Line[], { title, x, y }: Captions): string {
  const points = lines.flatMap((line) => line.points);
  const across = axis(
    points.map((point) => point.x),
    plot.left,
    plot.right,
  );
  const up = axis(
    points.map((point) => point.y),
    plot.bottom,
    plot.top,
  );
  const last = (line: Line): number => line.points.at(-1)?.y ?? 0;
  const labels = spread(lines.map((line) => up.at(last(line))));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">`,
    '<style>text{font:13px sans-serif;fill:#24292f}.grid{stroke:#d0d7de}.leader{stroke:#8c959f}',
    '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#3d444d}.leader{stroke:#6e7681}}</style>',
    text(plot.left, 24, title, 'font-weight="bold"'),
    ...across.decades.map((value) => tick(across.at(value), 'x', value)),
    ...up.decades.map((value) => tick(up.at(value), 'y', value)),
    text((plot.left + plot.right) / 2, height - 12, x, 'text-anchor="middle"'),
    text(
      18,
      (plot.top + plot.bottom) / 2,
      y,
      `text-anchor="middle" transform="rotate(-90 18 ${(plot.top + plot.bottom) / 2})"`,
    ),
    ...lines.flatMap((line, index) => {
      const colour = colours[index % colours.length] ?? 'gray';
      const spots = line.points.map((point) => [round(across.at(point.x)), round(up.at(point.y))] as const);
      const end = spots.at(-1) ?? [plot.right, plot.bottom];
      const level = round(labels[index] ?? end[1]);
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${spots.map((spot) => spot.join(',')).join(' ')}"/>`,
        ...spots.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`),
        `<line class="leader" x1="${end[0] + 6}" y1="${end[1]}" x2="${plot.right + 22}" y2="${level}"/>`,
        `<circle cx="${plot.right + 30}" cy="${level}" r="4" fill="${colour}"/>`,
        text(plot.right + 40, level + 4, line.name),
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

interface Axis {
  /** The powers of ten that get a grid line. */
  decades: number[];
  /** The coordinate of a value in the SVG. */
  at: (value: number) => number;
}

function axis(values: number[], from: number, to: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1);
  return {
    decades: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  };
}

// Moves the names of lines that end close together apart, so that they do not overlap.
function spread(levels: number[]): number[] {
  const gap = 18;
  const sorted = levels.map((level, index) => ({ level, index })).sort((a, b) => a.level - b.level);
  const placed: number[] = [];
  let above = -Infinity;
  for (const { level, index } of sorted) {
    above = Math.max(level, above + gap);
    placed[index] = above;
  }
  return placed;
}

function tick(at: number, direction: 'x' | 'y', value: number): string {
  const place = round(at);
  const name = value.toLocaleString('en', { maximumFractionDigits: 3 });
  return direction === 'x'
    ? `<line class="grid" x1="${place}" y1="${plot.top}" x2="${place}" y2="${plot.bottom}"/>${text(place, plot.bottom + 20, name, 'text-anchor="middle"')}`
    : `<line class="grid" x1="${plot.left}" y1="${place}" x2="${plot.right}" y2="${place}"/>${text(plot.left - 8, place + 4, name, 'text-anchor="end"')}`;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escape(words)}</text>`;
}

function escape(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
