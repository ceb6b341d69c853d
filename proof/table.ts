/**
 * A table in Markdown, its columns wide enough to be read as it is.
 * @param rows numbers stand to the right
 */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function padded(cell: string | number, width: number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en').padStart(width) : cell.padEnd(width);
}
