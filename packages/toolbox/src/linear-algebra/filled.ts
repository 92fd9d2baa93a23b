/** A vector of `length` equal entries. */
export function filled(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
