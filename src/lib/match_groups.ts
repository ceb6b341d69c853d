/** A named group of a match; '' when it took no part in it. */
export function group({ groups }: RegExpExecArray, name: string): string {
  return groups?.[name] ?? '';
}
