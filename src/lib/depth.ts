/**
 * Whether a value holds values in values in values, deeper than this. Such a value breaks whatever goes through it step
 * by step, with an error that says nothing to anybody.
 * @param value as JSON gives it
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) => membersOf(each));
    if (level.length === 0) return false;
  }
  return true;
}

function membersOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
