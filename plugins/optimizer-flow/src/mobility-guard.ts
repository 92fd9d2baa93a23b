import { modelFamily } from '@evospice/device';
import type { ExtractionProblem } from '@evospice/contracts';
import type { Knowledge } from './knowledge.ts';

/** Denominators of the mobility below it are bent by the model at 0.2; a margin for what the formula leaves out. */
const leastDenominator = 0.22;
/** Least share of the ideal transconductance that is left of it at the highest gate voltage. */
const leastTransconductance = 0.01;
/** Degrees Celsius at which devices are used. */
const temperatures = [-40, 27, 125] as const;
const steps = 8;
/** Relative error that stands for a denominator that is short by 1. */
const stiffness = 20;

/** Terms of the mobility and the threshold, as the card has them. */
const names = ['ua', 'ub', 'uc', 'ua1', 'ub1', 'uc1', 'vth0', 'k1', 'k2', 'toxe', 'tox'] as const;
type Terms = Readonly<Record<(typeof names)[number], number>>;

const defaults: Readonly<Record<'bsim4' | 'bsim3', Terms>> = {
  bsim4: { ua: 1e-9, ub: 1e-19, uc: -0.0465e-9, ua1: 1e-9, ub1: -1e-18, uc1: -0.056e-9, vth0: 0.7, k1: 0.5, k2: 0, toxe: 3e-9, tox: 3e-9 },
  bsim3: { ua: 2.25e-9, ub: 5.87e-19, uc: -0.0465e-9, ua1: 4.31e-9, ub1: -7.61e-18, uc1: -0.056e-9, vth0: 0.7, k1: 0.5, k2: 0, toxe: 15e-9, tox: 15e-9 },
};

/**
 * The effective mobility of BSIM3 and BSIM4 falls with the gate field, and never faster than the charge rises: its denominator D = 1 + (ua + uc Vbs) E + ub E^2 (mobmod 0 of BSIM4,
 * 1 of BSIM3; BSIM4.8.1 manual, section 5.2) stays above 0.22, and D - (Vgs - Vth) dD/dVgs above 0.01 D, at -40, 27 and 125 degrees with and without body bias. Undefined for other
 * models, which bend mobility otherwise.
 */
export function mobilityGuard(problem: ExtractionProblem): Knowledge | undefined {
  const { device, model, parameters } = problem;
  const family = modelFamily(device.kind, { level: model.level, type: model.type });
  if ((family !== 'bsim4' && family !== 'bsim3') || model.instances !== undefined || (model.values['mobmod'] ?? (family === 'bsim4' ? 0 : 1)) !== (family === 'bsim4' ? 0 : 1)) return undefined;
  const given = { ...defaults[family], ...model.values };
  const places = names.map((name) => parameters.findIndex((one) => one.name === name));
  const moving = places.filter((index) => index >= 0);
  if (moving.length === 0) return undefined;
  const reach = reachOf(problem);
  const corners = temperatures.flatMap((temperature) => (reach.body > 0 ? [0, reach.body] : [0]).map((body) => ({ temperature, body })));
  const nominal = (model.values['tnom'] ?? 27) + 273.15;
  return {
    of: corners.flatMap(() => [moving, moving]),
    deviations(candidate) {
      const terms = Object.fromEntries(names.map((name, k) => [name, places[k]! >= 0 ? candidate[places[k]!]! : given[name]])) as unknown as Terms;
      const oxide = family === 'bsim4' ? terms.toxe : terms.tox;
      return corners.flatMap(({ temperature, body }) => {
        const worst = leastOf(terms, { rise: (temperature + 273.15) / nominal - 1, body, gate: reach.gate, oxide });
        return [short(worst.denominator, leastDenominator), short(worst.transconductance, leastTransconductance)];
      });
    },
  };
}

/** Largest gate voltage and reverse body voltage of the measured curves, in V against the source. */
function reachOf({ device: { vdd = 0, polarity }, curves }: ExtractionProblem): { readonly gate: number; readonly body: number } {
  const sign = polarity === 'p' ? -1 : 1;
  const largest = (terminal: string, factor: number): number => curves.reduce((most, { drives, x }) => {
    const [own, source] = [drives[terminal], drives['s']];
    return own?.quantity === 'v' ? x.reduce((found, _, point) => Math.max(found, factor * (own.values[point]! - (source?.values[point] ?? 0))), most) : most;
  }, 0);
  return { gate: 1.1 * Math.max(vdd, largest('g', sign)), body: largest('b', -sign) };
}

function short(value: number, least: number): number {
  return Math.log1p(stiffness * Math.max(0, least - value));
}

interface Corner {
  readonly rise: number;
  /** Reverse, positive. */
  readonly body: number;
  readonly gate: number;
  readonly oxide: number;
}

/** Smallest denominator, and smallest transconductance as a share of the ideal one, over the gate voltage. */
function leastOf(terms: Terms, { rise, body, gate, oxide }: Corner): { readonly denominator: number; readonly transconductance: number } {
  const at = (name: 'ua' | 'ub' | 'uc'): number => terms[name] + terms[`${name}1`] * rise;
  const [ua, ub] = [at('ua') - at('uc') * body, at('ub')];
  const surface = 0.85;
  const threshold = Math.abs(terms.vth0) + terms.k1 * (Math.sqrt(surface + body) - Math.sqrt(surface)) + terms.k2 * body;
  let [denominator, transconductance] = [Infinity, Infinity];
  for (let step = 0; step <= steps; step += 1) {
    const overdrive = (Math.max(0.1, gate - threshold) * step) / steps;
    const field = (overdrive + 2 * threshold) / oxide;
    const own = 1 + ua * field + ub * field * field;
    denominator = Math.min(denominator, own);
    if (own > 0) transconductance = Math.min(transconductance, (own - (overdrive * (ua + 2 * ub * field)) / oxide) / own);
  }
  return { denominator, transconductance };
}
