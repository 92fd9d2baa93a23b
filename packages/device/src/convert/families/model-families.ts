import type { ModelFamilyTable } from '../family-table.ts';
import { bsim3 } from './bsim3.ts';
import { bsim4 } from './bsim4.ts';
import { diode, gummelPoon, jfet, vbic } from './junctions.ts';
import { mos1, mos2, mos3, vdmos } from './mosfets.ts';
import { bsimsoi3, bsimsoi4, hicum, hisim2, hisimhv, mextram, psp102, psp103 } from './standards.ts';

const tables = [bsim4, bsim3, mos1, mos2, mos3, vdmos, bsimsoi3, bsimsoi4, psp102, psp103, hisim2, hisimhv, diode, gummelPoon, vbic, hicum, mextram, jfet];

/** Families that a conversion knows, by name. */
export const modelFamilies: ReadonlyMap<string, ModelFamilyTable> = new Map(tables.map((table) => [table.family, table]));
