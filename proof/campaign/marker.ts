/** Finds the marker in a customer's name, such as `#12`; '' when there is none. */
export function markerIn(name: unknown): string {
  return typeof name === 'string' ? (/#\d+$/.exec(name)?.[0] ?? '') : '';
}
