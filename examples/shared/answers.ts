/**
 * Reading what a program answered. Every value is read once into an array of our own, so that what is checked is what is scored,
 * even if the answer had getters.
 */

/** How many there must be, or the fewest and the most. */
type Count = number | readonly [fewest: number, most: number];

/** An answer as a list of finite numbers; undefined when it is anything else. */
export function numbersOf(answer: unknown, count: Count): readonly number[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  const { length } = answer;
  const [fewest, most] = typeof count === 'number' ? [count, count] : count;
  if (length < fewest || length > most) return undefined;
  const values: unknown[] = Array.from({ length }, (_, index) => (answer as readonly unknown[])[index]);
  return values.every((value): value is number => typeof value === 'number' && Number.isFinite(value)) ? values : undefined;
}

/**
 * An answer as a list of rows with exactly `width` finite numbers each.
 * @returns the rows, or why there are none
 */
export function rowsOf(answer: unknown, count: Count, width: number): readonly (readonly number[])[] | string {
  const [fewest, most] = typeof count === 'number' ? [count, count] : count;
  const expected = fewest === most ? `${most}` : `${fewest} to ${most}`;
  if (!Array.isArray(answer)) return `it must return a list of ${expected} rows`;
  const { length } = answer;
  if (length < fewest || length > most) return `it must return ${expected} rows, not ${length}`;
  const rows: (readonly number[])[] = [];
  for (let index = 0; index < length; index += 1) {
    const row = numbersOf((answer as readonly unknown[])[index], width);
    if (row === undefined) return `row ${index} must be ${width} finite numbers`;
    rows.push(row);
  }
  return rows;
}
