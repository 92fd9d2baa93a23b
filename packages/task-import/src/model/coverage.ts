/** What measured curves reach, which decides what can be extracted from them. */
export interface Coverage {
  readonly temperatures: number;
  readonly geometries: number;
  readonly lengths: number;
  readonly widths: number;
  readonly bodyBiases: number;
  /** Largest drain or collector voltage over the smallest, of those that are not zero. */
  readonly mainRange: number;
  /** Whether the control terminal is swept. */
  readonly transfer: boolean;
  readonly currents: boolean;
  readonly capacitances: boolean;
  /** Whether a junction that is off in normal use conducts: a bipolar transistor the other way round, the gate of a junction FET. */
  readonly reverse: boolean;
}

/** A reason why a parameter cannot be seen in the curves; undefined where it can. */
type Blind = (coverage: Coverage) => string | undefined;

const unless = (seen: (coverage: Coverage) => boolean, reason: string): Blind => (coverage) => (seen(coverage) ? undefined : reason);

const severalTemperatures = unless(({ temperatures }) => temperatures > 1, 'one temperature only');
const severalGeometries = unless(({ geometries }) => geometries > 1, 'one geometry only');
const severalLengths = unless(({ lengths }) => lengths > 1, 'one length only');
const capacitances = unless((coverage) => coverage.capacitances, 'no capacitances that would show it');
const currents = unless((coverage) => coverage.currents, 'no currents');
const wideDrain = unless(({ mainRange }) => mainRange > 3, 'one drain voltage only');
const transfer = unless((coverage) => coverage.transfer, 'no sweep of the gate');
const severalBodies = unless(({ bodyBiases }) => bodyBiases > 1, 'one body bias only');
const reverse = unless((coverage) => coverage.reverse, 'no curve in which that junction conducts');

const byGroup: Readonly<Record<string, Blind>> = {
  oxide: capacitances, process: capacitances, temperature: severalTemperatures, 'self-heating': severalTemperatures,
  capacitance: capacitances, sidewall: severalGeometries,
  'short-channel': severalLengths, 'narrow-width': unless(({ widths }) => widths > 1, 'one width only'), geometry: severalGeometries,
  'output-resistance': wideDrain, saturation: wideDrain, dibl: wideDrain, 'bulk-charge': wideDrain,
  subthreshold: transfer, 'reverse-base-current': reverse, 'gate-junction': reverse,
};

const byName: Readonly<Record<string, Blind>> = {
  k1: severalBodies, k2: severalBodies, keta: severalBodies, uc: severalBodies, dvt2: severalBodies, etab: severalBodies,
  ndep: capacitances, nch: capacitances, jsw: severalGeometries, ns: severalGeometries, cjsw: severalGeometries, var: reverse, ver: reverse, ikr: reverse, br: reverse, isc: reverse, nc: reverse, ibcis: reverse,
};

/** Why the curves say nothing of a parameter; undefined where they may. */
export function blindTo(name: string, group: string | undefined, coverage: Coverage): string | undefined {
  const needsCharge = group === 'capacitance' || name === 'cjo' || name === 'cj0' || name === 'vj' || name === 'm' || name === 'cjsw';
  if (needsCharge && !coverage.capacitances) return 'no capacitances';
  // The threshold is where a capacitance rises, too.
  const inCharge = group === 'oxide' || group === 'process' || (group === 'threshold' && coverage.capacitances);
  if (!needsCharge && !inCharge && currents(coverage) !== undefined) return currents(coverage);
  return byName[name]?.(coverage) ?? (group === undefined ? undefined : byGroup[group]?.(coverage));
}
