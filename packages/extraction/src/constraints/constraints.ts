import { countFindings, EvospiceError, type Candidate, type FailedEvaluation, type ProblemParameter, type SuccessfulEvaluation } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { Parser, type Expression } from 'expr-eval-fork';

/** Names of what physics rules find in a candidate. */
const found = ['violations', 'warnings'] as const;
/** Names of what a simulation of all curves brings. */
const results = ['relative_rms', 'log_rms', ...found] as const;

interface Constraint {
  readonly text: string;
  readonly expression: Expression;
  /** True when it can only be decided after the simulation. */
  readonly onResults: boolean;
  /** True when it is about what physics rules find. */
  readonly onFindings: boolean;
}

/** Implicit constraints of a problem, compiled. */
export class Constraints {
  readonly #parameters: readonly ProblemParameter[];
  readonly #constraints: readonly Constraint[];

  /**
   * @param texts expressions over parameters by name, `relative_rms` (a fraction), `log_rms` (decades), and the numbers of `violations` and
   *   `warnings` of the physics rules, that are true where the candidate is allowed, such as `nfactor < 2 * voff + 4` or `log_rms < 1 and violations < 1`
   * @throws EvospiceError `EXTRACTION_CONSTRAINT` for text that cannot be read, an unknown name, or a value that is not a truth value.
   */
  constructor(texts: readonly string[], parameters: readonly ProblemParameter[]) {
    this.#parameters = parameters;
    this.#constraints = texts.map((text) => compile(text, parameters));
  }

  /** The failure of a candidate that violates a constraint on parameters: known before it is simulated. */
  beforeSimulation(candidate: Candidate): FailedEvaluation | undefined {
    return this.#violation(candidate, (constraint) => !constraint.onResults, {});
  }

  /** The failure of a candidate whose full simulation violates a constraint on results. */
  afterSimulation(candidate: Candidate, evaluation: SuccessfulEvaluation): FailedEvaluation | undefined {
    if (!evaluation.full) return undefined;
    return this.#violation(candidate, (constraint) => constraint.onResults, { relative_rms: evaluation.relativeRms, log_rms: evaluation.logRms, ...numbersOf(evaluation) });
  }

  /** The first constraint that asks for physics rules. */
  get onFindings(): string | undefined {
    return this.#constraints.find(({ onFindings }) => onFindings)?.text;
  }

  #violation(candidate: Candidate, concerned: (constraint: Constraint) => boolean, given: Readonly<Record<string, number>>): FailedEvaluation | undefined {
    if (this.#constraints.length === 0) return undefined;
    const values = { ...Object.fromEntries(this.#parameters.map(({ name }, index) => [name, candidate[index]!])), ...given };
    const violated = this.#constraints.find((constraint) => concerned(constraint) && constraint.expression.evaluate(values) !== true);
    return violated === undefined ? undefined : { ok: false, failure: { code: 'CONSTRAINT_VIOLATED', message: `violates ${violated.text}` } };
  }
}

function compile(text: string, parameters: readonly ProblemParameter[]): Constraint {
  const expression = parse(text);
  const names = parameters.map(({ name }) => name);
  const used = expression.variables();
  const unknown = used.find((name) => !names.includes(name) && !isIn(results, name));
  if (unknown !== undefined) {
    const guess = nearest(unknown, [...names, ...results]);
    throw refused(text, `names ${unknown}, which is not a parameter of the problem`, unknown, `names out of ${[...names, ...results].join(', ')}`, guess === undefined ? 'correct the name' : `did you mean "${guess}"?`);
  }
  const value: unknown = expression.evaluate({ ...Object.fromEntries(parameters.map(({ name, start }) => [name, start])), relative_rms: 1, log_rms: 1, violations: 0, warnings: 0 });
  if (typeof value !== 'boolean') throw refused(text, `is ${String(value)} at the start values, neither true nor false`, value, 'a comparison such as vth0 > 0.2', 'write a comparison');
  return { text, expression, onResults: used.some((name) => isIn(results, name)), onFindings: used.some((name) => isIn(found, name)) };
}

function isIn(list: readonly string[], name: string): boolean {
  return list.includes(name);
}

function numbersOf({ findings }: SuccessfulEvaluation): { readonly violations: number; readonly warnings: number } {
  const { violation: violations, warning: warnings } = countFindings(findings);
  return { violations, warnings };
}

function parse(text: string): Expression {
  try {
    return new Parser({ operators: { assignment: false, concatenate: false, in: false } }).parse(text);
  } catch (cause) {
    throw refused(text, `cannot be read: ${(cause as Error).message}`, text, 'an expression such as vth0 > 0.2 and nfactor < 2', 'correct the expression', cause);
  }
}

function refused(text: string, message: string, received: unknown, expected: string, remedy: string, cause?: unknown): EvospiceError {
  return new EvospiceError('EXTRACTION_CONSTRAINT', `the constraint ${text} ${message}`, { received, expected, remedy, ...(cause === undefined ? {} : { cause }) });
}
