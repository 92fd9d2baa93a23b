/** The range that a comment states; undefined for any other comment. */
export function rangeOf(comment: string): readonly [number, number] | undefined {
  const [, low, high] = /^\s*range\s+([-+.\deE]+?)\.\.([-+.\deE]+)\s*$/.exec(comment) ?? [];
  const range = [Number(low), Number(high)] as const;
  return low !== undefined && range.every(Number.isFinite) && range[0] < range[1] ? range : undefined;
}
