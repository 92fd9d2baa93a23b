interface Errors {
  /** A fraction; null where a curve could not be simulated. */
  readonly relativeRms: number | null;
}

/** What of an extraction is looked at. */
export interface Extracted {
  readonly start: { readonly train: Errors; readonly validate: Errors | null };
  readonly final: { readonly train: Errors; readonly validate: Errors | null };
  /** Findings of all physics rules in the card. */
  readonly counts: { readonly violation: number; readonly warning: number; readonly note: number };
  /** Whether rules judged every candidate, and those that broke one were excluded. */
  readonly constrained?: boolean;
  readonly budget: { readonly spent: number };
  readonly log: readonly string[];
}

interface Result {
  /** Per cent. */
  readonly train: number | null;
  /** Per cent; null where nothing is held out, or it could not be simulated. */
  readonly validation: number | null;
  readonly violations: number;
  readonly warnings: number;
  readonly notes: number;
  readonly simulations: number;
  readonly constrained: boolean;
}

export interface Compared {
  readonly device: string;
  readonly heldOut: boolean;
  /** By what is held out, or by training where nothing is. */
  readonly by: 'validation' | 'training';
  readonly start: { readonly train: number | null; readonly validation: number | null };
  readonly flow: Result;
  readonly control: Result;
  readonly notAbove: boolean;
  readonly atLeastAsGood: boolean;
}

/** Errors within it are the same, as in the other comparisons of optimizers. */
const tolerance = 1e-3;

export function compared(device: string, heldOut: boolean, flow: Extracted, control: Extracted): Compared {
  const [own, other] = [resultOf(flow), resultOf(control)];
  const by = flow.final.validate === null ? 'training' : 'validation';
  const [error, bar] = by === 'training' ? [own.train, other.train] : [own.validation, other.validation];
  const within = (factor: number): boolean => error !== null && (bar === null || error <= bar * factor);
  const { train, validate } = flow.start;
  return {
    device, heldOut, by, start: { train: percent(train), validation: percent(validate) }, flow: own, control: other,
    notAbove: within(1), atLeastAsGood: within(1 + tolerance),
  };
}

function resultOf({ final: { train, validate }, counts, budget: { spent }, constrained = false }: Extracted): Result {
  return { train: percent(train), validation: percent(validate), violations: counts.violation, warnings: counts.warning, notes: counts.note, simulations: Math.round(spent), constrained };
}

function percent(errors: Errors | null): number | null {
  return errors?.relativeRms === null || errors === null ? null : 100 * errors.relativeRms;
}

/** Header and rows, a row per device. */
export function extractionTable(tasks: readonly Compared[], control: string): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const text = (value: number | null): string => (value === null ? '–' : value.toPrecision(4));
  const counts = ({ violations, warnings, notes, constrained }: Result): string => `${violations}, ${warnings}, ${notes}${constrained ? ', constrained' : ''}`;
  return {
    header: ['device', 'training: card', control, 'flow', 'validation: card', control, 'flow', `violations, warnings, notes: ${control}`, 'flow', 'at least as good'],
    rows: tasks.map(({ device, heldOut, by, start, flow, control: other, atLeastAsGood, notAbove }) => [
      `${device}${heldOut ? ' (held out)' : ''}`, text(start.train), text(other.train), text(flow.train), text(start.validation), text(other.validation), text(flow.validation), counts(other), counts(flow),
      `${notAbove ? 'yes' : atLeastAsGood ? 'within 0.1 %' : 'no'}${by === 'training' ? ', by training' : ''}`,
    ]),
  };
}
