import { diodeParameters, gummelPoonParameters, hicumParameters, jfetParameters, vbicParameters } from './junction-parameters.ts';
import {
  bsim3Parameters, bsim4Parameters, bsimParameters, bsimsoiParameters, hisimParameters, vdmosParameters, type ParameterRow,
} from './mosfet-parameters.ts';
import type { ModelFamily } from './model-family.ts';

export interface ParameterFacts {
  /** What it does physically. */
  readonly role: string;
  /** Extraction stage it belongs to. */
  readonly group: string;
  readonly unit?: string;
}

const rows: Readonly<Record<ModelFamily, readonly ParameterRow[]>> = {
  bsim4: [...bsimParameters, ...bsim4Parameters],
  bsim3: [...bsimParameters, ...bsim3Parameters],
  bsimsoi4: [...bsimParameters, ...bsimsoiParameters],
  hisim2: hisimParameters,
  hisimhv: hisimParameters,
  diode: diodeParameters,
  'gummel-poon': gummelPoonParameters,
  vbic: vbicParameters,
  hicum: hicumParameters,
  jfet: jfetParameters,
  vdmos: vdmosParameters,
};

const facts = new Map(
  Object.entries(rows).map(([family, table]) => [
    family,
    new Map(table.map(([name, unit, group, role]): [string, ParameterFacts] => [name, { role, group, ...(unit === '' ? {} : { unit }) }])),
  ]),
);

/** What is known about a model parameter, by its lower-case name; undefined where nothing is. */
export function parameterFacts(family: ModelFamily | undefined, name: string): ParameterFacts | undefined {
  return family === undefined ? undefined : facts.get(family)?.get(name);
}
