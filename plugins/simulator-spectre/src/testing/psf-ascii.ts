import type { StandInTools } from '@evospice/testkit';

/** A PSF text file of one sweep, as Spectre 23.1 lays it out. */
export function psfAscii(
  name: string, kind: 'dc' | 'ac', [axis, points]: readonly [string, readonly number[]],
  columns: readonly { readonly name: string; readonly current: boolean; readonly real: readonly number[]; readonly imaginary?: readonly number[] }[],
  { scientific }: Pick<StandInTools, 'scientific'>,
): string {
  const number = (value: number): string => scientific(value, 15);
  const type = kind === 'ac' ? 'COMPLEX DOUBLE' : 'FLOAT DOUBLE';
  return [
    'HEADER', '"PSFversion" "1.00"', '"simulator" "spectre"', '"version" "23.1.0.242.isr1"', '"date" "5:46:18 PM, Tue Apr 15, 2025"', '"design" "// evospice"',
    `"analysis type" "${kind}"`, `"analysis name" "${name}"`, '"xVecSorted" "unsorted"', '"reltol" 1.000000000000000e-06', '"temp" 2.700000000000000e+01',
    'TYPE',
    '"sweep" FLOAT DOUBLE PROP(', '"key" "sweep"', ')',
    `"V" ${type} PROP(`, '"units" "V"', '"key" "node"', '"tolerance" 1.000000000000000e-06', ')',
    `"I" ${type} PROP(`, '"units" "A"', '"key" "branch"', '"tolerance" 1.000000000000000e-12', ')',
    'SWEEP', `"${axis}" "sweep" PROP(`, '"sweep_direction" 0', `"units" "${kind === 'ac' ? 'Hz' : ''}"`, '"plot" 0', `"grid" ${kind === 'ac' ? 3 : 1}`, ')',
    'TRACE', ...columns.map((column) => `"${column.name}" "${column.current ? 'I' : 'V'}"`),
    'VALUE',
    ...points.flatMap((value, point) => [`"${axis}" ${number(value)}`, ...columns.map(({ name: trace, real, imaginary }) => {
      const part = number(real[point] as number);
      return `"${trace}" ${imaginary === undefined ? part : `(${part} ${number(imaginary[point] as number)})`}`;
    })]),
    'END', '',
  ].join('\n');
}
