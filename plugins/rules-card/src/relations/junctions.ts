import { shown } from '@evospice/rules-kit';
import { stated, type Relation } from './relation.ts';

const spice = { diode: 'ngspice 39 manual, section 7.2', bjt: 'ngspice 39 manual, section 8.2', vdmos: 'ngspice 39 manual, section 11.3', jfet: 'ngspice 39 manual, section 9.1' };
const thermalVoltage = 0.02585;

interface Order {
  readonly low: string;
  readonly high: string;
  readonly severity: 'note' | 'warning' | 'violation';
  readonly reason: string;
  readonly source: string;
  /** Parameter that is named; the low one when left out. */
  readonly blame?: 'low' | 'high';
}

/** One value not above another, where both are stated and above 0. */
function order({ low, high, severity, reason, source, blame = 'low' }: Order): Relation {
  return {
    name: `${low.split('|', 1)[0]} not above ${high.split('|', 1)[0]}`,
    source,
    judge(view) {
      const values = stated(view, [low, high]);
      if (values === undefined || !(values[0] > 0 && values[1] > 0) || values[0] <= values[1]) return [];
      const [lowName, highName] = [view.nameOf(low), view.nameOf(high)];
      return [{
        severity, parameter: blame === 'low' ? lowName : highName, value: values[blame === 'low' ? 0 : 1],
        limit: blame === 'low' ? `at most ${highName} = ${shown(values[1])}` : `at least ${lowName} = ${shown(values[0])}`,
        message: `${lowName} = ${shown(values[0])} is above ${highName} = ${shown(values[1])}: ${reason}`,
      }];
    },
  };
}

/** ngspice raises a breakdown voltage whose current the reverse saturation current already reaches. */
const breakdownCurrent: Relation = {
  name: 'ibv above the reverse current at bv',
  source: `${spice.diode} (bv, ibv); ngspice 39, diotemp.c`,
  judge(view) {
    const values = stated(view, ['ibv|ib', 'is|js', 'bv']);
    if (values === undefined) return [];
    const [ibv, is, bv] = values;
    const least = (is * bv) / thermalVoltage;
    if (!(is > 0 && bv > 0 && ibv > 0) || ibv >= least) return [];
    return [{
      severity: 'violation', parameter: view.nameOf('ibv|ib'), value: ibv, unit: 'A', limit: `at least ${shown(least)}`,
      message: `ibv = ${shown(ibv)} A is below is bv / Vt = ${shown(least)} A: the simulator replaces it and breaks down elsewhere`,
    }];
  },
};

const kneeAboveSaturation = (knee: string, is: string, source: string): Relation => order({
  low: is, high: knee, severity: 'warning', blame: 'high', source, reason: 'high injection would begin before the junction conducts',
});

/** Gummel-Poon: the non-ideal base current must not outgrow the ideal one where the transistor works. */
const leakage = (current: 'ise|c2' | 'isc|c4', gain: 'bf' | 'br', emission: 'ne' | 'nc', ideal: 'nf' | 'nr'): Relation => ({
  name: `${emission} above ${ideal}`,
  source: `${spice.bjt} (${current.split('|', 1)[0]}, ${emission}); Sze and Ng, section 5.2`,
  judge(view) {
    const values = stated(view, [current, emission]);
    const own = view.value(ideal) ?? 1;
    if (values === undefined || !(values[0] > 0) || !(values[1] < own) || !(values[1] > 0)) return [];
    return [{
      severity: 'warning', parameter: emission, value: values[1], limit: `at least ${ideal} = ${shown(own)}`,
      message: `${emission} = ${shown(values[1])} is below ${ideal} = ${shown(own)}: recombination in the depletion layer would rise faster than diffusion, and ${gain} would fall with current`,
    }];
  },
});

const baseResistance = order({
  low: 'rbm', high: 'rb', severity: 'violation', source: `${spice.bjt} (rb, rbm, irb)`, reason: 'the base resistance falls from rb to rbm as current crowds to the edge, it does not rise',
});

export const diodeRelations: readonly Relation[] = [breakdownCurrent, kneeAboveSaturation('ikf|ik', 'is|js', `${spice.diode} (ikf)`)];

export const gummelPoonRelations: readonly Relation[] = [
  baseResistance,
  order({ low: 'br', high: 'bf', severity: 'warning', source: `${spice.bjt} (bf, br)`, reason: 'the emitter is doped more than the collector, so the forward gain is the larger one' }),
  order({ low: 'var|vb', high: 'vaf|va', severity: 'note', source: `${spice.bjt} (vaf, var)`, reason: 'the base is doped more towards the emitter, whose junction modulates it more' }),
  leakage('ise|c2', 'bf', 'ne', 'nf'), leakage('isc|c4', 'br', 'nc', 'nr'),
  kneeAboveSaturation('ikf|ik', 'is', `${spice.bjt} (ikf)`),
];

const vbicSource = 'McAndrew et al., VBIC95, IEEE JSSC 31 (1996)';

export const vbicRelations: readonly Relation[] = [
  order({ low: 'ibei', high: 'is', severity: 'warning', source: `${vbicSource}, section III`, reason: 'the ideal gain is is / ibei, and a transistor amplifies' }),
  order({ low: 'ver', high: 'vef', severity: 'note', source: `${vbicSource}, section III`, reason: 'the base is doped more towards the emitter, whose junction modulates it more' }),
  kneeAboveSaturation('ikf', 'is', `${vbicSource}, section III`),
  {
    name: 'rth has a thermal node',
    source: 'ngspice 39 manual, section 8.2.3 (VBIC: the thermal node on the element line)',
    judge(view, { task: { device, curves } }) {
      const rth = view.value('rth');
      if (rth === undefined || rth <= 0 || device.thermalNode || curves.length === 0) return [];
      return [{
        severity: 'note', parameter: 'rth', value: rth, unit: 'K/W', limit: '0 without a thermal node',
        message: `rth = ${shown(rth)} K/W does nothing: ngspice heats the transistor only where its element line has a thermal node (thermal_node: true in the task)`,
      }];
    },
  },
  {
    name: 'avc2 where there is avc1',
    source: `${vbicSource}, section III (avalanche)`,
    judge(view) {
      const values = stated(view, ['avc1', 'avc2']);
      if (values === undefined || !(values[0] > 0) || values[1] !== 0) return [];
      return [{
        severity: 'warning', parameter: 'avc2', value: 0, limit: 'above 0',
        message: `avc2 = 0 with avc1 = ${shown(values[0])}: avalanche then multiplies at every voltage, not from a field on`,
      }];
    },
  },
];

const hicumSource = 'HICUM/L2 manual, transfer current and base current';

export const hicumRelations: readonly Relation[] = [
  {
    name: 'c10 / qp0 above ibeis',
    source: hicumSource,
    judge(view) {
      const values = stated(view, ['c10', 'qp0', 'ibeis']);
      if (values === undefined || !values.every((value) => value > 0)) return [];
      const [c10, qp0, ibeis] = values;
      if (c10 / qp0 > ibeis) return [];
      return [{
        severity: 'warning', parameter: 'ibeis', value: ibeis, unit: 'A', limit: `below c10 / qp0 = ${shown(c10 / qp0)}`,
        message: `ibeis = ${shown(ibeis)} A is not below c10 / qp0 = ${shown(c10 / qp0)} A: the ideal gain is their ratio, and a transistor amplifies`,
      }];
    },
  },
  order({ low: 'vces', high: 'vpt', severity: 'warning', source: 'HICUM/L2 manual, critical current', reason: 'the collector punches through above its saturation voltage' }),
  order({ low: 'mbei', high: 'mrei', severity: 'warning', blame: 'high', source: hicumSource, reason: 'recombination in the depletion layer would rise faster than diffusion' }),
];

export const jfetRelations: readonly Relation[] = [
  {
    name: 'vto below pb',
    source: `${spice.jfet} (vto, pb, b)`,
    judge(view) {
      const vto = view.value('vto|vt0');
      const pb = view.value('pb') ?? 1;
      if (vto === undefined || !(pb > 0) || vto < pb) return [];
      return [{
        severity: 'violation', parameter: view.nameOf('vto|vt0'), value: vto, unit: 'V', limit: `below pb = ${shown(pb)}`,
        message: `vto = ${shown(vto)} V is not below pb = ${shown(pb)} V: the gate junction is fully on before a channel opens, and the doping tail (1 - b) / (pb - vto) has a pole`,
      }];
    },
  },
];

export const vdmosRelations: readonly Relation[] = [
  order({ low: 'cgdmin', high: 'cgdmax', severity: 'violation', source: `${spice.vdmos} (cgdmin, cgdmax)`, reason: 'the gate-drain capacitance falls as the drain rises' }),
  {
    name: 'ksubthres above twice the thermal voltage',
    source: `${spice.vdmos} (ksubthres); Sze and Ng, section 6.2.4`,
    judge(view) {
      const value = view.value('ksubthres');
      if (value === undefined || value <= 0 || value >= 2 * thermalVoltage) return [];
      return [{
        severity: 'warning', parameter: 'ksubthres', value, unit: 'V', limit: `at least 2 kT/q = ${2 * thermalVoltage}`,
        message: `ksubthres = ${shown(value)} V is below 2 kT/q: the current goes with the square of exp(V / ksubthres), and would fall faster below threshold than thermal carriers allow`,
      }];
    },
  },
  {
    name: 'threshold has the sign of its type',
    source: `${spice.vdmos} (vto)`,
    judge(view) {
      const vto = view.value('vto|vth0');
      if (vto === undefined || view.sign * vto >= 0) return [];
      return [{
        severity: 'note', parameter: view.nameOf('vto|vth0'), value: vto, unit: 'V', limit: view.sign === 1 ? 'at least 0' : 'at most 0',
        message: `vto = ${shown(vto)} V: a power transistor of this type conducts with its gate at the source`,
      }];
    },
  },
  order({ low: 'rd', high: 'rds', severity: 'warning', blame: 'high', source: `${spice.vdmos} (rds)`, reason: 'a shunt below the drain resistance carries the current that the channel should' }),
];
