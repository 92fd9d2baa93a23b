import type { ModelFamily } from '../model.ts';
import type { CompactCurve, CompactProblem } from './problem.ts';

/** What is computed for one vector. */
export type PlannedOutput =
  | { readonly kind: 'current'; readonly terminal: number }
  | { readonly kind: 'voltage'; readonly terminal: number }
  | { readonly kind: 'capacitance'; readonly hi: Uint8Array; readonly lo: Uint8Array; readonly frequency: number };

/** One curve, ready to be computed. */
export interface PlannedCurve {
  readonly curve: CompactCurve;
  /** Voltage (V) or current (A) of each terminal, each as long as the curve, of an n type. */
  readonly given: readonly Float64Array[];
  /** For each terminal, whether its current is given. */
  readonly driven: readonly boolean[];
  /** For each terminal, whether its current is asked for. */
  readonly watched: readonly boolean[];
  /** By vector; undefined for what the equations do not have. */
  readonly outputs: readonly (PlannedOutput | undefined)[];
}

/** How to compute the curves of a problem; what its sign turns around is turned around here. */
export function planCurves(problem: CompactProblem, family: ModelFamily, sign: 1 | -1): readonly PlannedCurve[] {
  return problem.curves.map((curve): PlannedCurve => {
    const { terminals } = family;
    const points = curve.x.length;
    // A terminal that nothing drives is at ground.
    const given = terminals.map((terminal) => {
      const drive = curve.drives[terminal];
      return drive === undefined ? new Float64Array(points) : Float64Array.from(drive.values, (value) => sign * value);
    });
    const whole = curve.wrapped !== true && Object.keys(curve.drives).every((terminal) => terminals.includes(terminal));
    const outputs = curve.vectors.map((vector) => (whole ? planned(family, curve, vector) : undefined));
    const watched = terminals.map((_, terminal) => outputs.some((output) => output?.kind === 'current' && output.terminal === terminal));
    return { curve, given, driven: terminals.map((terminal) => curve.drives[terminal]?.quantity === 'i'), watched, outputs };
  });
}

function planned({ terminals, code }: ModelFamily, curve: CompactCurve, { kind, node, hi, lo }: CompactCurve['vectors'][number]): PlannedOutput | undefined {
  if (kind === 'c') {
    if (code.store === undefined || hi === undefined || lo === undefined || curve.frequency === undefined) return undefined;
    if ([...hi, ...lo].some((each) => !terminals.includes(each) || curve.drives[each]?.quantity === 'i')) return undefined;
    const group = (names: readonly string[]) => Uint8Array.from(terminals, (terminal) => Number(names.includes(terminal)));
    return { kind: 'capacitance', hi: group(hi), lo: group(lo), frequency: curve.frequency };
  }
  const terminal = terminals.indexOf(node ?? '');
  return terminal < 0 ? undefined : { kind: kind === 'i' ? 'current' : 'voltage', terminal };
}
