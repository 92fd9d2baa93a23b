import { counted } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { suffixDoubts } from '../cards/suffix-doubts.ts';
import type { LibraryLanguage } from './library-language.ts';
import { parseExpression, type Expression } from './expression.ts';
import { libraryFunctions } from './functions.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { Spellings } from './spellings.ts';

/** An expression where it stands. */
export interface Definition extends Place {
  readonly text: string;
}

export interface UserFunction extends Definition {
  readonly arguments: readonly string[];
}

/** Parameters and functions of a library or a subcircuit; a name is looked up here, then outside. Values are computed when asked for. */
export class Scope {
  readonly #language: LibraryLanguage;
  readonly #parent: Scope | undefined;
  readonly #definitions = new Map<string, Definition>();
  /** The last definition that another one in the same file and scope replaced. */
  readonly #replaced = new Map<string, Definition>();
  readonly #functions = new Map<string, UserFunction>();
  readonly #values = new Map<string, number>();
  /** In a language where the case of letters counts. */
  readonly #spellings: Spellings | undefined;
  /** Parameters whose values are being computed, outermost first. */
  readonly #busy: { readonly name: string; readonly definition: Definition }[];
  /** Random functions met, of which the nominal value was taken. */
  readonly statistical: Set<string>;
  /** Numbers met whose suffixes other simulators read differently. */
  readonly doubts: Set<string>;
  /** Names whose values were read. */
  readonly read: Set<string>;
  /** Parameters without a value, where each was missed first; undefined where the first is refused at once. */
  readonly #missing: Map<string, Definition> | undefined;

  /** @param missing gathers parameters without a value, which count as NaN until `refuseMissing`; for the outermost scope */
  constructor(language: LibraryLanguage, parent?: Scope, missing?: Map<string, Definition>) {
    this.#language = language;
    this.#parent = parent;
    this.#busy = parent === undefined ? [] : parent.#busy;
    this.statistical = parent === undefined ? new Set() : parent.statistical;
    this.doubts = parent === undefined ? new Set() : parent.doubts;
    this.read = parent === undefined ? new Set() : parent.read;
    this.#missing = parent === undefined ? missing : parent.#missing;
    this.#spellings = language.name === 'spectre' ? new Spellings('parameter', parent === undefined ? undefined : parent.#spellings) : undefined;
    if (parent === undefined) this.#spellings?.add('temp');
  }

  /** Sets a value for good: later definitions of the same name here do not change it. */
  fix(name: string, value: number): void {
    this.#values.set(name.toLowerCase(), value);
  }

  /**
   * @param spelling of the name in the file
   * @throws EvospiceError `PDK_AMBIGUOUS` where the case of letters counts and alone tells it from another in sight
   */
  define(name: string, definition: Definition, spelling = name): void {
    this.#spellings?.add(spelling, definition);
    const key = name.toLowerCase();
    const before = this.#definitions.get(key);
    if (before !== undefined && before.file === definition.file && before.text !== definition.text) this.#replaced.set(key, before);
    this.#definitions.set(key, definition);
  }

  defineFunction(name: string, definition: UserFunction): void {
    this.#spellings?.add(name, definition);
    this.#functions.set(name.toLowerCase(), definition);
  }

  /** @throws EvospiceError `PDK_PARAMETER` naming every parameter that was read and has no value. */
  refuseMissing(): void {
    const [first] = this.#missing?.values() ?? [];
    if (first !== undefined) throw noValue([...(this.#missing?.keys() ?? [])], first);
  }

  /** NaN where a parameter is missing, see `refuseMissing`. @throws EvospiceError `PDK_EXPRESSION`, `PDK_FUNCTION`, `PDK_RECURSION`. */
  evaluate(definition: Definition): number {
    const value = this.#language.constant(definition.text) ?? this.#compute(parseExpression(definition.text, definition, this.#language), definition);
    for (const doubt of suffixDoubts(definition.text, this.#language.constant)) this.doubts.add(doubt);
    if (!Number.isFinite(value) && (this.#missing?.size ?? 0) === 0) {
      throw pdkError('PDK_EXPRESSION', `the expression ${definition.text} is ${value}`, definition, { received: value, expected: 'a finite number', remedy: 'check the values it is computed from' });
    }
    return value;
  }

  /** As `evaluate`, for what is behind an equal sign of a model or an element, where a number alone may be read by other rules. */
  evaluateOnLine(definition: Definition): number {
    const value = this.#language.number(definition.text);
    if (value === undefined) return this.evaluate(definition);
    for (const doubt of suffixDoubts(definition.text, this.#language.number)) this.doubts.add(doubt);
    return value;
  }

  /** Value of a parameter; undefined where it has none anywhere. */
  value(name: string, place: Place): number | undefined {
    const known = this.#values.get(name);
    if (known !== undefined) {
      this.read.add(name);
      return known;
    }
    const definition = this.#definitions.get(name);
    if (definition === undefined) return this.#parent?.value(name, place);
    const start = this.#busy.findIndex((each) => each.definition === definition);
    if (start >= 0) {
      // A subcircuit may hand its own parameter on under the same name: `w=w` means the one outside.
      if (start === this.#busy.length - 1 && this.#parent !== undefined) {
        const outer = this.#parent.value(name, place);
        if (outer !== undefined) return outer;
      }
      throw pdkError('PDK_RECURSION', `parameter ${name} depends on itself`, definition, { received: [...this.#busy.slice(start).map((each) => each.name), name].join(' -> '), expected: 'parameters computed from others', remedy: 'break the circle' });
    }
    const replaced = this.#replaced.get(name);
    if (replaced !== undefined) {
      this.doubts.add(`the parameter ${name} is defined more than once: ${definition.text} at ${definition.file}:${definition.line}, which comes last, counts (not ${replaced.text} at line ${replaced.line})`);
    }
    this.#busy.push({ name, definition });
    try {
      const value = this.evaluate(definition);
      this.#values.set(name, value);
      return value;
    } finally {
      this.#busy.pop();
    }
  }

  #compute(expression: Expression, place: Definition): number {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'name':
        return this.value(expression.name, place) ?? this.#undefinedName(expression.name, place);
      case 'unary': {
        const value = this.#compute(expression.operand, place);
        if (expression.operator === '!') return value === 0 ? 1 : 0;
        return expression.operator === '-' ? -value : value;
      }
      case 'choice':
        return this.#compute(this.#compute(expression.condition, place) !== 0 ? expression.yes : expression.no, place);
      case 'binary':
        return this.#binary(expression.operator, this.#compute(expression.left, place), this.#compute(expression.right, place));
      case 'call':
        return this.#call(expression.name, expression.args.map((argument) => this.#compute(argument, place)), place);
    }
  }

  #binary(operator: string, a: number, b: number): number {
    switch (operator) {
      case '+': return a + b;
      case '-': return a - b;
      case '*': return a * b;
      case '/': return a / b;
      case '%': return a % b;
      case '\\': return Math.trunc(a / b);
      case '**': case '^': return this.#language.power(a, b, operator);
      case '==': return a === b ? 1 : 0;
      case '!=': case '<>': return a === b ? 0 : 1;
      case '<': return a < b ? 1 : 0;
      case '<=': return a <= b ? 1 : 0;
      case '>': return a > b ? 1 : 0;
      case '>=': return a >= b ? 1 : 0;
      case '&&': return a !== 0 && b !== 0 ? 1 : 0;
      default: return a !== 0 || b !== 0 ? 1 : 0;
    }
  }

  #call(name: string, values: readonly number[], place: Definition): number {
    const user = this.#function(name);
    if (user !== undefined) {
      if (values.length !== user.arguments.length) throw wrongCount(name, values.length, String(user.arguments.length), place);
      if (this.#busy.some((each) => each.definition === user)) throw pdkError('PDK_RECURSION', `function ${name} calls itself`, place, { received: user.text, expected: 'functions computed from others', remedy: 'break the circle' });
      const inside = new Scope(this.#language, this);
      user.arguments.forEach((argument, index) => inside.fix(argument, values[index]!));
      this.#busy.push({ name: `${name}()`, definition: user });
      try {
        return inside.evaluate(user);
      } finally {
        this.#busy.pop();
      }
    }
    const built = libraryFunctions.get(name);
    if (built === undefined) {
      const guess = nearest(name, [...libraryFunctions.keys()]);
      throw pdkError('PDK_FUNCTION', `no function ${name} in ${place.text}`, place, { received: name, expected: 'a known function', remedy: guess === undefined ? 'define it with .func' : `did you mean "${guess}"?` });
    }
    if (values.length < built.least || values.length > built.most) throw wrongCount(name, values.length, built.least === built.most ? String(built.least) : `${built.least} to ${built.most}`, place);
    if (built.statistical === true) this.statistical.add(name);
    return built.compute(values, this.#language);
  }

  #function(name: string): UserFunction | undefined {
    return this.#functions.get(name) ?? (this.#parent === undefined ? undefined : this.#parent.#function(name));
  }

  #undefinedName(name: string, place: Definition): number {
    if (this.#missing === undefined) throw noValue([name], place);
    if (!this.#missing.has(name)) this.#missing.set(name, place);
    return Number.NaN;
  }
}

function noValue(names: readonly string[], first: Definition): Error {
  const what = names.length === 1 ? `parameter ${names[0]} in ${first.text} has` : `parameters ${names.join(', ')} have`;
  return pdkError('PDK_PARAMETER', `${what} no value`, first, {
    received: names.join(', '), expected: 'parameters of the library', remedy: `include the file or section that defines ${names.length === 1 ? 'it' : 'them'}, or give values (model.parameters in task.yaml, --param)`,
  });
}

function wrongCount(name: string, received: number, expected: string, place: Definition): Error {
  return pdkError('PDK_FUNCTION', `function ${name} has ${counted(received, 'argument')} in ${place.text}`, place, { received, expected: `${expected} arguments`, remedy: 'correct the call' });
}
