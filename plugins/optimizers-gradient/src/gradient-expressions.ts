import { EvospiceError, type ProblemParameter } from '@evospice/contracts';
import { fromUnit } from '@evospice/toolbox';
import { Parser, type Expression } from 'expr-eval-fork';

/** Derivatives of the cost that the user gave as expressions. */
export class GradientExpressions {
  readonly #parameters: readonly ProblemParameter[];
  readonly #expressions: readonly (Expression | undefined)[];

  /**
   * @param given expression by parameter name.
   * @throws EvospiceError `OPTIMIZER_OPTIONS` for an unknown parameter, text that is not an expression, or a name in it that is not a parameter.
   */
  constructor(optimizer: string, parameters: readonly ProblemParameter[], given: Readonly<Record<string, string>>) {
    const names = parameters.map(({ name }) => name);
    const unknown = Object.keys(given).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw refused(optimizer, 'derivatives by parameters that the task does not tune', unknown, names);
    const parser = new Parser();
    this.#parameters = parameters;
    this.#expressions = names.map((name) => (Object.hasOwn(given, name) ? parsed(parser, optimizer, names, given[name]!) : undefined));
  }

  /** Whether the derivative by each parameter is given. */
  get given(): readonly boolean[] {
    return this.#expressions.map((expression) => expression !== undefined);
  }

  /**
   * Derivatives by the coordinates of the unit cube; undefined where none is given, or where it is not a finite number.
   * @param unit coordinates in [0, 1].
   */
  at(unit: readonly number[]): (number | undefined)[] {
    const values = fromUnit(this.#parameters, unit);
    const scope = Object.fromEntries(this.#parameters.map(({ name }, index) => [name, values[index]!]));
    return this.#expressions.map((expression, index) => {
      if (expression === undefined) return undefined;
      const { lower, upper, scale } = this.#parameters[index]!;
      const physical: unknown = expression.evaluate(scope);
      const slope = Number(physical) * (scale === 'log' ? values[index]! * Math.log(upper / lower) : upper - lower);
      return Number.isFinite(slope) ? slope : undefined;
    });
  }
}

function parsed(parser: Parser, optimizer: string, names: readonly string[], text: string): Expression {
  let expression: Expression;
  try {
    expression = parser.parse(text);
  } catch (error) {
    throw new EvospiceError('OPTIMIZER_OPTIONS', `${optimizer} cannot read a derivative`, {
      received: text,
      expected: 'an arithmetic expression in the names of the parameters',
      cause: error,
    });
  }
  const unknown = expression.variables().filter((name) => !names.includes(name));
  if (unknown.length > 0) throw refused(optimizer, 'a derivative that names no parameter of the task', unknown, names);
  return expression;
}

function refused(optimizer: string, what: string, received: readonly string[], names: readonly string[]): EvospiceError {
  return new EvospiceError('OPTIMIZER_OPTIONS', `${optimizer} was given ${what}`, { received, expected: `names among ${names.join(', ')}` });
}
