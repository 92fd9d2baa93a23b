/** What a parameter means that some simulator writes on cards and no equation here uses. */
export interface ForeignParameter {
  readonly meaning: string;
  /** True where leaving it out changes no result: a rating, a label, a tolerance. */
  readonly harmless: boolean;
}

const rating = (what: string): ForeignParameter => ({ meaning: `a rating for LTspice's list of parts (${what})`, harmless: true });
const label: ForeignParameter = { meaning: 'a label for LTspice\'s list of parts', harmless: true };
const tolerance: ForeignParameter = { meaning: 'a tolerance of PSpice for the parameter in front of it: the nominal value is used', harmless: true };
const temperature = (what: string): ForeignParameter => ({ meaning: `PSpice's ${what}, which is not read: take it off the card and state the temperature with the curves`, harmless: false });

/** By the first word of the model's type, lower case. */
const ofType: Readonly<Record<string, Readonly<Record<string, ForeignParameter>>>> = {
  vdmos: { vds: rating('largest drain voltage'), ron: rating('on-resistance'), qg: rating('gate charge') },
  d: { iave: rating('average current'), vpk: rating('peak voltage'), irms: rating('current'), diss: rating('power'), type: label },
  npn: { icrating: rating('collector current'), vceo: rating('collector voltage') },
};

const everywhere: Readonly<Record<string, ForeignParameter>> = {
  mfg: label, vendor: label, dev: tolerance, lot: tolerance,
  t_measured: { meaning: 'what PSpice calls the temperature at which the parameters hold: write tnom in its place', harmless: false },
  t_abs: temperature('temperature of the device itself'), t_rel_global: temperature('difference of the device from the circuit\'s temperature'),
  t_rel_local: temperature('difference of the device from its parent model\'s temperature'),
};

/**
 * What a parameter means elsewhere that the model of a card does not have.
 * @param type of the model, such as `vdmos nchan`
 * @param name lower case
 */
export function foreignParameter(type: string, name: string): ForeignParameter | undefined {
  const word = type.trim().toLowerCase().split(/\s+/, 1)[0] ?? '';
  const own = ofType[word === 'pnp' ? 'npn' : word] ?? {};
  // Tolerances may name a distribution: `dev/gauss`.
  const plain = name.split('/', 1)[0] ?? name;
  return Object.hasOwn(own, plain) ? own[plain] : Object.hasOwn(everywhere, plain) ? everywhere[plain] : undefined;
}
