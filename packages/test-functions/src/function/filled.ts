/** A list of `count` equal numbers. */
export function filled(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value);
}
