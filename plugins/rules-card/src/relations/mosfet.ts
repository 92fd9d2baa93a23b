import type { DeviceInstance } from '@evospice/contracts';
import { bodyReachOf, effectiveSize, reachOf, shown, sizedValue, type CardView } from '@evospice/rules-kit';
import { stated, type Relation } from './relation.ts';

const manual = { bsim4: 'BSIM4.8.1 manual', bsim3: 'BSIM3v3.3 manual' };
/** Permittivity of silicon dioxide, F/m. */
const oxide = 3.9 * 8.854e-12;
const zeroCelsius = 273.15;

const thicknesses: Relation = {
  name: 'electrical oxide above physical',
  source: `${manual.bsim4}, section 1.1 (toxe, toxp, dtox)`,
  judge(view) {
    const values = stated(view, ['toxe', 'toxp']);
    if (values === undefined) return [];
    const [toxe, toxp] = values;
    if (!(toxp > 0 && toxe > 0) || toxe >= toxp) return [];
    return [{
      severity: 'warning', parameter: 'toxe', value: toxe, unit: 'm', limit: `at least toxp = ${shown(toxp)}`,
      message: `toxe = ${shown(toxe)} m is below toxp = ${shown(toxp)} m: charge centroid and gate depletion make an oxide electrically thicker, never thinner`,
    }];
  },
};

const thicknessDifference: Relation = {
  name: 'dtox is toxe - toxp',
  source: `${manual.bsim4}, section 1.1 (dtox = toxe - toxp)`,
  judge(view) {
    const values = stated(view, ['toxe', 'toxp', 'dtox']);
    if (values === undefined) return [];
    const [toxe, toxp, dtox] = values;
    if (Math.abs(toxe - toxp - dtox) <= 0.02 * Math.abs(toxe)) return [];
    return [{
      severity: 'note', parameter: 'dtox', value: dtox, unit: 'm', limit: `toxe - toxp = ${shown(toxe - toxp)}`,
      message: `dtox = ${shown(dtox)} m contradicts toxe - toxp = ${shown(toxe - toxp)} m: the simulator takes toxe and toxp as they are and dtox does nothing`,
    }];
  },
};

/** Thickness at extraction against the one in use: threshold and body effect are scaled by their ratio. */
const extractionThickness = (name: string): Relation => ({
  name: `toxm near ${name}`,
  source: name === 'tox' ? `${manual.bsim3}, appendix A (toxm)` : `${manual.bsim4}, appendix A (toxm)`,
  judge(view) {
    const values = stated(view, [name, 'toxm']);
    if (values === undefined) return [];
    const [tox, toxm] = values as readonly [number, number];
    const ratio = toxm / tox;
    if (!(tox > 0 && toxm > 0) || (ratio >= 0.5 && ratio <= 2)) return [];
    return [{
      severity: 'warning', parameter: 'toxm', value: toxm, unit: 'm', limit: `half to twice ${name} = ${shown(tox)}`,
      message: `toxm = ${shown(toxm)} m is ${shown(ratio)} times ${name}: threshold and body effect are scaled by that ratio, away from the device they were extracted from`,
    }];
  },
});

const overlap = (name: 'cgso' | 'cgdo', thickness: 'tox' | 'toxe'): Relation => ({
  name: `${name} is an overlap`,
  source: `Tsividis, Operation and Modeling of the MOS Transistor, section 8.2 (overlap capacitance: eps L_ov / t_ox per width)`,
  judge(view) {
    const values = stated(view, [name, thickness]);
    if (values === undefined || !(values[1] > 0)) return [];
    const [capacitance, tox] = values;
    const length = (capacitance * tox) / oxide;
    const most = 1.5 * Math.max(1e-7, positive(view.value('xj')) ?? 1e-7);
    // An absurd value has its own finding.
    if (length <= most || length > 1e-3) return [];
    return [{
      severity: 'warning', parameter: name, value: capacitance, unit: 'F/m', limit: `at most ${shown((most * oxide) / tox)}`,
      message: `${name} = ${shown(capacitance)} F/m is an overlap of ${shown(length * 1e9)} nm under this oxide: a source reaches under the gate by about its depth at most`,
    }];
  },
});

const symmetricOverlap: Relation = {
  name: 'cgso near cgdo',
  source: 'Tsividis, Operation and Modeling of the MOS Transistor, section 8.2',
  judge(view) {
    const values = stated(view, ['cgso', 'cgdo']);
    if (values === undefined) return [];
    const [source, drain] = values;
    const ratio = Math.max(source, drain) / Math.min(source, drain);
    if (source < 0 || drain < 0 || source + drain === 0 || ratio <= 2) return [];
    return [{
      severity: 'note', parameter: 'cgdo', value: drain, unit: 'F/m', limit: `half to twice cgso = ${shown(source)}`,
      message: `cgso = ${shown(source)} and cgdo = ${shown(drain)} F/m differ by more than a factor of 2: source and drain of a symmetric transistor are made in one step`,
    }];
  },
};

const size = (which: 'length' | 'width', parameter: string): Relation => ({
  name: `effective ${which} above 0`,
  source: `${manual.bsim4}, section 2.1.2; ${manual.bsim3}, section 2.2`,
  judge: (view, { task }) => task.instances.flatMap((instance) => {
    const value = effectiveSize(view.card, instance)[which];
    if (value > 0) return [];
    return [{
      severity: 'violation' as const, parameter, place: instance.id, value, unit: 'm', limit: 'above 0',
      message: `the effective ${which} of ${instance.id} is ${shown(value)} m: ${parameter} takes away more than was drawn, and the simulator stops`,
    }];
  }).slice(0, 1),
});

const doping: Relation = {
  name: 'source doping above channel doping',
  source: `${manual.bsim4}, appendix A (ndep, nsd)`,
  judge(view) {
    const values = stated(view, ['nsd', 'ndep']);
    if (values === undefined || !(values[1] > 0) || values[0] > values[1]) return [];
    return [{
      severity: 'warning', parameter: 'nsd', value: values[0], unit: '1/cm^3', limit: `above ndep = ${shown(values[1])}`,
      message: `nsd = ${shown(values[0])} is not above ndep = ${shown(values[1])}: a source must be doped more than the channel to be one`,
    }];
  },
};

/** Gate doping below channel doping: the gate would deplete first. 0 means a metal gate. */
const gateDoping = (channel: 'ndep' | 'nch'): Relation => ({
  name: `ngate above ${channel}`,
  source: channel === 'ndep' ? `${manual.bsim4}, section 1.2 (poly-silicon gate depletion)` : `${manual.bsim3}, section 4.6 (polysilicon depletion)`,
  judge(view) {
    const values = stated(view, ['ngate', channel]);
    if (values === undefined || values[0] <= 0 || values[0] > values[1]) return [];
    return [{
      severity: 'warning', parameter: 'ngate', value: values[0], unit: '1/cm^3', limit: `0 (metal) or above ${channel} = ${shown(values[1])}`,
      message: `ngate = ${shown(values[0])} is not above ${channel} = ${shown(values[1])}: the gate would deplete before the channel`,
    }];
  },
});

/** Body effect over the reach of the body: dVth/dVsb = k1 / (2 sqrt(phi + Vsb)) - k2. */
const bodyEffect: Relation = {
  name: 'body effect has one sign',
  source: `${manual.bsim4}, section 2.1.1, equation 2.1; ${manual.bsim3}, section 2.1`,
  judge: (view, subject) => atSizes(view, subject.task.instances, (instance) => {
    const [k1, k2] = ['k1', 'k2'].map((name) => sizedValue(view.card, name, effectiveSize(view.card, instance))) as [number | undefined, number | undefined];
    if (k1 === undefined || !(k1 > 0)) {
      return k1 === undefined || Number.isNaN(k1) ? undefined : {
        severity: 'warning' as const, parameter: 'k1', value: k1, unit: 'V^0.5', limit: 'above 0',
        message: `k1 = ${shown(k1)} is not above 0: a reverse body bias would lower the threshold`,
      };
    }
    const reach = bodyReachOf(subject.task, view.card, view.sign);
    const slope = k1 / (2 * Math.sqrt(0.8 + reach)) - (k2 ?? 0);
    if (!(slope < 0)) return undefined;
    return {
      severity: 'warning' as const, parameter: 'k2', value: k2!, limit: `at most ${shown(k1 / (2 * Math.sqrt(0.8 + reach)))}`,
      message: `k2 = ${shown(k2!)} outweighs k1 = ${shown(k1)} at a body bias of ${shown(-view.sign * reach)} V: the threshold would fall as the body is biased in reverse`,
    };
  }),
};

/** The factor 1 + keta Vbs of the bulk charge over the reach of the body: the model bends it below 0.1. */
const bulkCharge: Relation = {
  name: '1 + keta Vbs above 0',
  source: `${manual.bsim4}, section 5.1; ${manual.bsim3}, section 2.4`,
  judge: (view, subject) => atSizes(view, subject.task.instances, (instance) => {
    const keta = sizedValue(view.card, 'keta', effectiveSize(view.card, instance));
    if (keta === undefined) return undefined;
    const reach = bodyReachOf(subject.task, view.card, view.sign);
    const factor = 1 - keta * reach;
    if (!(factor < 0.1)) return undefined;
    return {
      severity: 'warning' as const, parameter: 'keta', value: keta, unit: '1/V', limit: `at most ${shown(0.9 / reach)}`,
      message: `1 + keta Vbs is ${shown(factor)} at Vbs = ${shown(-reach)} V: the bulk charge has a pole there, and the simulator bends the curve around it`,
    };
  }),
};

/** vsat (T) = vsat - at (T / Tnom - 1), above 0 at the hot end. */
const hotVelocity: Relation = {
  name: 'vsat above 0 when hot',
  source: `${manual.bsim4}, section 13.3; ${manual.bsim3}, appendix B`,
  judge: (view, { task }) => atSizes(view, task.instances, (instance) => {
    const at = effectiveSize(view.card, instance);
    const [vsat, slope] = [sizedValue(view.card, 'vsat', at), sizedValue(view.card, 'at', at)];
    if (vsat === undefined || slope === undefined || !(vsat > 0)) return undefined;
    const hot = reachOf(task, 's', view.sign).temperatures.at(-1)!;
    const nominal = (view.value('tnom') ?? 27) + zeroCelsius;
    const byKelvin = view.family === 'bsim4' && [1, 2, 3].includes(view.value('tempmod') ?? 0);
    const value = byKelvin ? vsat * (1 - slope * (hot + zeroCelsius - nominal)) : vsat - slope * ((hot + zeroCelsius) / nominal - 1);
    if (value > 0) return undefined;
    return {
      severity: 'violation' as const, parameter: 'at', value: slope, place: `${shown(hot)} °C`, limit: 'small enough that vsat stays above 0',
      message: `the saturation velocity is ${shown(value)} m/s at ${shown(hot)} °C: at = ${shown(slope)} takes away more than vsat = ${shown(vsat)}, and the simulator stops`,
    };
  }),
};

const thresholdSign: Relation = {
  name: 'threshold has the sign of its type',
  source: `${manual.bsim4}, section 2.1; ${manual.bsim3}, section 2.1`,
  judge: (view, { task }) => atSizes(view, task.instances, (instance) => {
    const vth0 = sizedValue(view.card, view.nameOf('vth0|vtho'), effectiveSize(view.card, instance));
    if (vth0 === undefined || !(view.sign * vth0 < -0.4)) return undefined;
    return {
      severity: 'warning' as const, parameter: view.nameOf('vth0|vtho'), value: vth0, unit: 'V', limit: view.sign === 1 ? 'above -0.4' : 'below 0.4',
      message: `vth0 = ${shown(vth0)} V has the sign of the other type: the transistor never turns off`,
    };
  }),
};

/** BSIM4 counts mobilities in m^2/Vs, BSIM3 in cm^2/Vs; both correct the other unit by the size of the number. */
const mobilityUnit = (least: number, most: number, family: 'bsim4' | 'bsim3'): Relation => ({
  name: 'unit of the mobility',
  source: `${manual[family]}, appendix A (u0)`,
  judge(view) {
    const u0 = view.value('u0|uo');
    if (u0 === undefined || !(u0 > 0) || (u0 >= least && u0 <= most)) return [];
    const other = family === 'bsim4' ? u0 > 1 : u0 < 1;
    return [{
      severity: other ? 'note' : 'warning', parameter: view.nameOf('u0|uo'), value: u0, limit: `${least} to ${most}`,
      message: other
        ? `u0 = ${shown(u0)} is in the other unit (${family === 'bsim4' ? 'cm^2/Vs' : 'm^2/Vs'}): simulators differ in whether they convert it`
        : `u0 = ${shown(u0)} is not the mobility of a silicon channel, which is ${least} to ${most} ${family === 'bsim4' ? 'm^2/Vs' : 'cm^2/Vs'}`,
    }];
  },
});

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

type Told = ReturnType<Relation['judge']>[number];

/** The first instance where something is wrong, named where there are several. */
function atSizes(view: CardView, instances: readonly DeviceInstance[], judge: (instance: DeviceInstance) => Told | undefined): readonly Told[] {
  for (const instance of instances) {
    const found = judge(instance);
    if (found !== undefined) return [instances.length === 1 || found.place !== undefined ? found : { ...found, place: instance.id }];
  }
  return [];
}

const shared: readonly Relation[] = [
  symmetricOverlap, size('length', 'lint'), size('width', 'wint'), bodyEffect, bulkCharge, hotVelocity, thresholdSign,
];

export const bsim4Relations: readonly Relation[] = [
  thicknesses, thicknessDifference, extractionThickness('toxe'), overlap('cgso', 'toxe'), overlap('cgdo', 'toxe'), doping, gateDoping('ndep'), mobilityUnit(1e-3, 0.2, 'bsim4'), ...shared,
];

export const bsim3Relations: readonly Relation[] = [
  extractionThickness('tox'), overlap('cgso', 'tox'), overlap('cgdo', 'tox'), gateDoping('nch'), mobilityUnit(10, 2000, 'bsim3'), ...shared,
];
