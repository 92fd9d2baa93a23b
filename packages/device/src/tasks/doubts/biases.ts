import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Volts and a part of the larger by which a bias of the task and of the file may differ. */
const [volts, part] = [1e-3, 0.01];

/** Biases that a task states as numbers, where the file has a column or a constant of that terminal's name with another value. */
export function biasDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { entry, block, curve } = measured;
  return Object.entries(entry.bias).flatMap(([terminal, stated]): Doubt[] => {
    if (typeof stated !== 'number') return [];
    const name = [...Object.keys(block.variables), ...block.columns].find((each) => each.toLowerCase() === `v${terminal.toLowerCase()}`);
    // A column that the task names elsewhere has another meaning there.
    if (name === undefined || Object.values(entry.bias).includes(name) || entry.measure.some(({ col }) => col === name)) return [];
    const constant = block.variables[name];
    const values = constant === undefined ? Array.from(block.values[name] ?? []) : [constant];
    const at = values.findIndex((value) => Math.abs(value - stated) > volts + part * Math.max(Math.abs(value), Math.abs(stated)));
    if (at < 0) return [];
    return [{
      kind: `bias ${entry.file} ${terminal}`,
      text: `${placeOf(measured, constant === undefined ? block.rowLines[at]! : block.line)}: the file has ${name} = ${values[at]}, the task v(${terminal}) = ${stated} for curve ${curve.id}: name the column in bias if it is meant`,
    }];
  });
}
