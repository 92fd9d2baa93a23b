interface Errors {
  /** A fraction; null where a curve could not be simulated. */
  readonly relativeRms: number | null;
}

/** What of the document of `evospice extract --json` is looked at. */
export interface Extracted {
  readonly start: { readonly train: Errors; readonly validate: Errors | null };
  readonly final: { readonly train: Errors; readonly validate: Errors | null };
  readonly findings?: readonly { readonly severity: 'violation' | 'warning' | 'note'; readonly rule: string; readonly message: string }[];
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

function resultOf({ final: { train, validate }, findings = [], budget: { spent } }: Extracted): Result {
  const number = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { train: percent(train), validation: percent(validate), violations: number('violation'), warnings: number('warning'), notes: number('note'), simulations: Math.round(spent) };
}

function percent(errors: Errors | null): number | null {
  return errors?.relativeRms === null || errors === null ? null : 100 * errors.relativeRms;
}

/** Header and rows, a row per device. */
export function extractionTable(tasks: readonly Compared[], control: string): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const text = (value: number | null): string => (value === null ? '–' : value.toPrecision(4));
  const counts = ({ violations, warnings, notes }: Result): string => `${violations}, ${warnings}, ${notes}`;
  return {
    header: ['device', 'training: card', control, 'flow', 'validation: card', control, 'flow', `violations, warnings, notes: ${control}`, 'flow', 'at least as good'],
    rows: tasks.map(({ device, heldOut, by, start, flow, control: other, atLeastAsGood, notAbove }) => [
      `${device}${heldOut ? ' (held out)' : ''}`, text(start.train), text(other.train), text(flow.train), text(start.validation), text(other.validation), text(flow.validation), counts(other), counts(flow),
      `${notAbove ? 'yes' : atLeastAsGood ? 'within 0.1 %' : 'no'}${by === 'training' ? ', by training' : ''}`,
    ]),
  };
}
