/** What an id is made of, before it is made unique. */
export interface CurveName {
  readonly instance: string;
  readonly kind: string;
  readonly temperatureC: number;
  /** Constants of the block by column name, in order of the terminals they drive. */
  readonly constants: Readonly<Record<string, number>>;
  /** Names of the constants that differ between the blocks of the file. */
  readonly swept: ReadonlySet<string>;
  /** Measured columns. */
  readonly columns: readonly string[];
}

/**
 * Ids such as `W10u0_L0u13/idvg/vd=0.05,vb=0`. The temperature is named where a task has several, a bias where the file sweeps it
 * or it is not zero, the measured columns where they alone tell two curves apart; what is still equal is counted (`#2`).
 * The ids depend on nothing but the task, so they are the same at every load.
 */
export function curveIds(names: readonly CurveName[]): string[] {
  const temperatures = new Set(names.map((name) => name.temperatureC));
  const plain = names.map((name) => {
    const biases = Object.entries(name.constants)
      .filter(([column, value]) => value !== 0 || name.swept.has(column))
      .map(([column, value]) => `${column}=${value === 0 ? 0 : value}`);
    return [name.instance, name.kind, ...(temperatures.size > 1 ? [`${name.temperatureC}C`] : []), ...(biases.length === 0 ? [] : [biases.join(',')])].join('/');
  });
  const told = plain.map((id, index) => {
    const others = names.filter((_, other) => plain[other] === id);
    const kinds = new Set(others.map((name) => name.columns.join('+')));
    return others.length > 1 && kinds.size > 1 ? `${id}/${names[index]!.columns.join('+')}` : id;
  });
  const count = new Map<string, number>();
  return told.map((id) => {
    const seen = (count.get(id) ?? 0) + 1;
    count.set(id, seen);
    return seen === 1 ? id : `${id}#${seen}`;
  });
}
