/**
 * Whether a value holds values in values in values, deeper than this. Such a value breaks whatever goes through it step
 * by step, with an error that says nothing to anybody.
 * @param value as JSON gives it
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
