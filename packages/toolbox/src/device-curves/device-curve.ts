import type { ExtractionProblem, ProblemCurve } from '@evospice/contracts';

/** Terminals by what they do, for devices of a kind. A diode's current is controlled by its own voltage. */
interface Terminals {
  readonly control: string;
  readonly through: string;
  readonly reference: string;
  readonly body?: string;
}

const fieldEffect: Terminals = { control: 'g', through: 'd', reference: 's', body: 'b' };
const terminalsOf: Readonly<Record<string, Terminals>> = {
  mosfet: fieldEffect,
  soi: fieldEffect,
  vdmos: { control: 'g', through: 'd', reference: 's' },
  jfet: { control: 'g', through: 'd', reference: 's' },
  bjt: { control: 'b', through: 'c', reference: 'e', body: 's' },
  diode: { control: 'a', through: 'a', reference: 'c' },
};

/** A curve as an engineer sees it: voltages against the source, emitter or cathode, those of a p type turned around. */
export interface DeviceCurve {
  readonly curve: ProblemCurve;
  /** 1, or -1 for a p type: voltages and currents are multiplied by it. */
  readonly sign: 1 | -1;
  /** What is swept: one voltage alone, or `several`. */
  readonly swept: 'control' | 'through' | 'body' | 'several';
  /** V by point: gate, base or anode; NaN where a current is forced. */
  readonly control: readonly number[];
  /** V by point: drain or collector; that of a diode is its control. */
  readonly through: readonly number[];
  /** V by point: bulk or substrate; 0 where there is none. */
  readonly body: readonly number[];
  /** kT/q in V at the curve's temperature. */
  readonly thermal: number;
  readonly terminals: { readonly control: string; readonly through: string; readonly reference: string };
}

/** kT/q in V at a temperature in degrees Celsius. */
export function thermalVoltage(temperatureC: number): number {
  return 8.617_333_262e-5 * (temperatureC + 273.15);
}

/** The curves of a problem in its order; undefined for each of a kind of device whose terminals are not known here. */
export function deviceCurves({ curves, device: { kind, polarity } }: Pick<ExtractionProblem, 'curves' | 'device'>): readonly (DeviceCurve | undefined)[] {
  const terminals = terminalsOf[kind];
  const sign = polarity === 'p' && kind !== 'diode' ? -1 : 1;
  return curves.map((curve) => (terminals === undefined ? undefined : deviceCurve(curve, terminals, sign)));
}

function deviceCurve(curve: ProblemCurve, terminals: Terminals, sign: 1 | -1): DeviceCurve {
  const voltage = (terminal: string | undefined): readonly number[] => {
    const drive = terminal === undefined ? undefined : curve.drives[terminal];
    if (drive === undefined) return curve.x.map(() => 0);
    return drive.quantity === 'v' ? drive.values : curve.x.map(() => Number.NaN);
  };
  const reference = voltage(terminals.reference);
  const against = (terminal: string | undefined): number[] => voltage(terminal).map((value, point) => (terminal === undefined ? 0 : sign * (value - reference[point]!)));
  const [control, through, body] = [against(terminals.control), against(terminals.through), against(terminals.body)];
  const varies = (values: readonly number[]): boolean => values.some((value) => Math.abs(value - values[0]!) > 1e-9);
  const moving = [varies(control) && 'control', terminals.through !== terminals.control && varies(through) && 'through', varies(body) && 'body'].filter((one) => one !== false);
  return {
    curve, sign, control, through, body, thermal: thermalVoltage(curve.temperatureC), terminals,
    swept: moving.length === 1 ? moving[0] as 'control' | 'through' | 'body' : 'several',
  };
}
