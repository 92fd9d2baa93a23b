import type { ModelFamilyTable } from '../family-table.ts';

/** A model whose code comes from one source for all simulators, so that its parameters have one spelling; `tnom` is the name of its temperature. */
function standard(family: string, title: string, tnom = 'tnom', versions?: 'dotted'): ModelFamilyTable {
  return { family, title, polarity: true, names: [], defaults: {}, aliases: tnom === 'tnom' ? { tref: 'tnom' } : { [tnom]: 'tnom' }, ...(versions === undefined ? {} : { versions }) };
}

export const bsimsoi3 = standard('bsimsoi3', 'BSIM-SOI 3, partially depleted');
export const bsimsoi4 = standard('bsimsoi4', 'BSIM-SOI 4', 'tnom', 'dotted');
export const psp102 = standard('psp102', 'PSP 102', 'tr');
export const psp103 = standard('psp103', 'PSP 103', 'tr');
export const hisim2 = standard('hisim2', 'HiSIM2');
export const hisimhv = standard('hisimhv', 'HiSIM_HV');
export const hicum = standard('hicum', 'HICUM level 2');
export const mextram = standard('mextram', 'MEXTRAM 504', 'tref');
