import type { DeviceInstance, RuleSubject, Task } from '@evospice/contracts';
import { bodyReachOf, defineRule, effectiveSize, reachOf, shown, sizedValue, supplyOf, viewOf, type CardView, type Found } from '@evospice/rules-kit';

const zeroCelsius = 273.15;
/** Both manuals bend the denominator where its part beyond 1 falls below this. */
const bent = -0.8;
/** Temperatures as a share of the nominal one and steps over gate and body. */
const steps = 8;

/** Terms of the mobility at one size and temperature. */
interface Terms {
  readonly ua: number;
  readonly ub: number;
  readonly uc: number;
  readonly ud: number;
  readonly eu: number;
  readonly mode: number;
}

interface Worst {
  readonly denominator: number;
  readonly gate: number;
  readonly body: number;
  readonly terms: Terms;
}

/**
 * Effective mobility of a MOSFET: its denominator 1 + (ua + uc Vbs) E + ub E^2 + … must stay above 0 at every gate and body bias and temperature that the device sees. Below
 * 0.2 the model bends it, so that the mobility rises where nothing in silicon makes it rise.
 */
export const cardMobility = defineRule('card-mobility', (subject) => {
  const view = viewOf(subject);
  if (view.family !== 'bsim4' && view.family !== 'bsim3') return [];
  const { task } = subject;
  for (const instance of task.instances) {
    for (const temperature of reachOf(task, 's', view.sign).temperatures) {
      const worst = lowest(view, task, instance, temperature);
      if (worst !== undefined && worst.denominator < 1 + bent) return [told(view, subject, instance, temperature, worst)];
    }
  }
  return [];
});

function told(view: CardView, { task }: RuleSubject, instance: DeviceInstance, temperature: number, { denominator, gate, body, terms }: Worst): Found {
  const candidates = [['ua', terms.ua], ['ub', terms.ub], ['uc', -terms.uc * body], ['ud', terms.ud]] as const;
  const [parameter] = candidates.find(([name, value]) => value < 0 && view.value(name) !== undefined) ?? (['ua'] as const);
  const place = [
    `Vgs - Vth = ${shown(view.sign * gate)} V`, `Vbs = ${shown(-view.sign * body)} V`, `${shown(temperature)} °C`, ...(task.instances.length > 1 ? [instance.id] : []),
  ].join(', ');
  return {
    severity: 'violation', parameter, place, value: denominator, limit: `at least ${shown(1 + bent)}`,
    message: `the denominator of the effective mobility is ${shown(denominator)} at ${place}: ua, ub, uc make carriers faster there, until the model bends the curve`,
    source: view.family === 'bsim4' ? 'BSIM4.8.1 manual, section 5.2' : 'BSIM3v3.3 manual, section 2.3 and appendix B',
  };
}

/** Smallest denominator over the reach of gate and body. */
function lowest(view: CardView, task: Task, instance: DeviceInstance, temperature: number): Worst | undefined {
  const size = effectiveSize(view.card, instance);
  const value = (name: string): number | undefined => sizedValue(view.card, name, size);
  const tox = view.value('toxe') ?? view.value('tox');
  const vth0 = value(view.nameOf('vth0|vtho'));
  if (tox === undefined || !(tox > 0)) return undefined;
  const threshold = Math.abs(vth0 === undefined ? 0.7 : vth0);
  const terms = termsOf(view, value, temperature);
  // A nominal temperature that is not one has its own finding.
  if (!(Math.abs(view.value('tnom') ?? 27) < 273) || ![terms.ua, terms.ub, terms.uc, terms.ud, terms.eu].every(Number.isFinite)) return undefined;
  const { largest } = reachOf(task, 's', view.sign);
  const overdrive = Math.max(0.1, 1.1 * Math.max(supplyOf(task, view.card, largest['d']), largest['g'] ?? 0) - threshold);
  let worst: Worst | undefined;
  for (let g = 0; g <= steps; g++) {
    for (const body of [0, bodyReachOf(task, view.card, view.sign)]) {
      const gate = (overdrive * g) / steps;
      const denominator = 1 + degradation(terms, { gate, body, threshold, tox, old: view.family === 'bsim3' });
      if (worst === undefined || denominator < worst.denominator) worst = { denominator, gate, body, terms };
    }
  }
  return worst;
}

function termsOf(view: CardView, value: (name: string) => number | undefined, temperature: number): Terms {
  const { family } = view;
  const mode = view.value('mobmod') ?? (family === 'bsim4' ? 0 : 1);
  const nominal = (view.value('tnom') ?? 27) + zeroCelsius;
  const rise = (temperature + zeroCelsius) / nominal - 1;
  const delta = temperature + zeroCelsius - nominal;
  const byKelvin = family === 'bsim4' && [1, 2, 3].includes(view.value('tempmod') ?? 0);
  const bodied = family === 'bsim4' ? mode === 1 || mode === 5 : mode === 3;
  const at = (name: string, own: number, slope: number): number => {
    const [base, change] = [value(name) ?? own, value(`${name}1`) ?? slope];
    return byKelvin ? base * (1 + change * delta) : base + change * rise;
  };
  return {
    mode, eu: value('eu') ?? (view.sign === 1 ? 1.67 : 1),
    ua: at('ua', family === 'bsim3' ? 2.25e-9 : 1e-9, family === 'bsim3' ? 4.31e-9 : 1e-9),
    ub: at('ub', family === 'bsim3' ? 5.87e-19 : 1e-19, family === 'bsim3' ? -7.61e-18 : -1e-18),
    uc: at('uc', bodied ? -0.0465 : -0.0465e-9, bodied ? -0.056 : -0.056e-9),
    ud: family === 'bsim4' ? at('ud', 0, 0) : 0,
  };
}

interface Bias {
  readonly gate: number;
  /** Reverse, positive. */
  readonly body: number;
  readonly threshold: number;
  readonly tox: number;
  readonly old: boolean;
}

/** What the denominator has beyond 1, by `mobmod` (BSIM4 manual, equations 5.8 to 5.10; BSIM3v3 manual, B.1.3). */
function degradation({ mode, ua, ub, uc, ud, eu }: Terms, { gate, body, threshold, tox, old }: Bias): number {
  const field = (gate + 2 * threshold) / tox;
  const coulomb = ud * (threshold / (field * tox)) ** 2 * tox * tox;
  if (old && mode === 2) {
    const own = gate / tox;
    return own * (ua - uc * body + ub * own);
  }
  if (old ? mode === 3 : mode === 1 || mode === 5) return field * (ua + ub * field) * (1 - uc * body) + coulomb;
  if (old || mode === 0 || mode === 4) return field * (ua - uc * body + ub * field) + coulomb;
  if (mode === 3) return ((field * 1e-8) / 6) ** eu * (ua - uc * body) + Math.max(0, ud);
  return field ** eu * (ua - uc * body) + coulomb;
}
