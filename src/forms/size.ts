import { unusableInput } from '../errors/form_error.ts';
import { isDeeperThan } from '../lib/depth.ts';
import { isObject } from '../lib/guards.ts';
import { labelOf, type Form } from './labels.ts';

// No estimate has so many lines; working out more takes a step too long.
const mostLines = 500;
// A form holds fields, lines and the fields of lines.
const mostLevels = 20;

/**
 * Refuses what is too large to be worked out, before anything is.
 * @throws Error naming the field: a list with more than 500 lines, or groups within groups without an end
 */
export function refuseTooLarge(form: Form, inputData: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(inputData)) {
    if (typeof value !== 'object' || value === null) continue;
    const complaint = complaintAbout(value);
    if (complaint !== undefined) throw unusableInput(`${labelOf(form, key)} ${complaint}.`);
  }
}

function complaintAbout(value: unknown): string | undefined {
  if (isDeeperThan(value, mostLevels)) return 'holds groups within groups, too deep to be read';
  const lines = linesIn(value);
  return lines > mostLines
    ? `has ${lines.toLocaleString('en-US')} lines, and at most ${mostLines} can be read`
    : undefined;
}

// A line may be a list in turn.
function linesIn(value: unknown): number {
  if (isObject(value)) return Math.max(0, ...Object.values(value).map(linesIn));
  if (!Array.isArray(value)) return 1;
  return value.length > mostLines
    ? value.length
    : value.reduce((sum: number, line) => sum + linesIn(line), 0);
}
