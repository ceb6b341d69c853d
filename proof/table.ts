/**
 * A Markdown table whose columns are padded, so that it can also be read as plain text.
 * @param rows the cells; columns with numbers are aligned to the right
 */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const columns = head.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const numeric = cells.some((cell) => typeof cell === 'number');
    const texts = cells.map((cell) => cell.toLocaleString('en'));
    const width = Math.max(3, name.length, ...texts.map(({ length }) => length));
    const rule = numeric ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
    const align = (text: string): string => (numeric ? text.padStart(width) : text.padEnd(width));
    return [align(name), rule, ...texts.map(align)];
  });
  const lines = [...rows.keys(), rows.length, rows.length + 1];
  return lines.map((line) => `| ${columns.map((column) => column[line]).join(' | ')} |`).join('\n');
}
