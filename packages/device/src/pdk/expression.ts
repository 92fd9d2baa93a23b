import type { LibraryLanguage } from './library-language.ts';
import { pdkError, type Place } from './pdk-error.ts';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression };

/** Binding powers, loosest first; all are left-associative, also the power operators, as ngspice computes them. */
const powers: Readonly<Record<string, number>> = {
  '?': 1, '||': 2, '&&': 3, '==': 4, '!=': 4, '<>': 4, '<': 5, '<=': 5, '>': 5, '>=': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7, '\\': 7, '**': 9, '^': 9,
};
/** A sign binds looser than a power and tighter than a product: `-2**2` is -4. */
const unaryPower = 8;

const tokenShape = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[ed][+-]?\d+)?)([a-z\u00b5\u03bc\u03c9\u00b0]*)|([a-z_][\w.#$]*)|(\*\*|\|\||&&|==|!=|<>|<=|>=|[-+*/^%\\<>?:(),!])|(\S))/giy;

interface Token {
  readonly kind: 'number' | 'name' | 'mark' | 'end';
  readonly text: string;
  readonly value?: number;
}

/** Reads an expression of a library; quotes and braces around it or around parts of it are taken as parentheses. @throws EvospiceError `PDK_EXPRESSION`. */
export function parseExpression(source: string, place: Place, language: LibraryLanguage): Expression {
  const tokens = tokenise(source, place, language);
  let at = 0;
  const peek = (): Token => tokens[at]!;
  const fail = (expected: string): never => {
    throw pdkError('PDK_EXPRESSION', `the expression ${source} cannot be read`, place, { received: peek().text === '' ? 'its end' : peek().text, expected, remedy: 'correct the expression' });
  };
  const take = (mark: string): void => {
    if (peek().text !== mark) fail(mark);
    at += 1;
  };

  function operand(): Expression {
    const token = peek();
    if (token.kind === 'end') return fail('a number, a name or a parenthesis');
    at += 1;
    if (token.kind === 'number') return { kind: 'number', value: token.value! };
    if (token.kind === 'name') return peek().text === '(' ? call(token.text) : { kind: 'name', name: token.text };
    if (token.text === '-' || token.text === '+' || token.text === '!') return { kind: 'unary', operator: token.text, operand: climb(unaryPower) };
    if (token.text !== '(') {
      at -= 1;
      return fail('a number, a name or a parenthesis');
    }
    const inner = climb(0);
    take(')');
    return inner;
  }

  function call(name: string): Expression {
    take('(');
    const args: Expression[] = [];
    if (peek().text !== ')') {
      args.push(climb(0));
      while (peek().text === ',') {
        at += 1;
        args.push(climb(0));
      }
    }
    take(')');
    return { kind: 'call', name, args };
  }

  function climb(least: number): Expression {
    let left = operand();
    for (;;) {
      const { kind, text } = peek();
      const power = kind === 'mark' ? powers[text] : undefined;
      if (power === undefined || power <= least) return left;
      at += 1;
      if (text === '?') {
        const yes = climb(0);
        take(':');
        left = { kind: 'choice', condition: left, yes, no: climb(0) };
      } else left = { kind: 'binary', operator: text, left, right: climb(power) };
    }
  }

  const expression = climb(0);
  if (peek().kind !== 'end') fail('an operator or the end');
  return expression;
}

function tokenise(source: string, place: Place, language: LibraryLanguage): Token[] {
  // Braces and quotes only mark expressions, and where they are nested they group.
  let quotes = 0;
  const text = source.trimEnd().replaceAll(/[{}'"]/g, (mark) => (mark === '{' ? '(' : mark === '}' ? ')' : quotes++ % 2 === 0 ? '(' : ')'));
  const tokens: Token[] = [];
  tokenShape.lastIndex = 0;
  while (tokenShape.lastIndex < text.length) {
    const [, number, letters, name, mark, other] = tokenShape.exec(text)!;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, value: numberOf(`${number}${letters}`, source, place, language) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toLowerCase() });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else throw pdkError('PDK_EXPRESSION', `the expression ${source} cannot be read`, place, { received: other, expected: 'numbers, names, operators and functions', remedy: 'correct the expression' });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function numberOf(text: string, source: string, place: Place, language: LibraryLanguage): number {
  const value = language.constant(text);
  if (value !== undefined) return value;
  throw pdkError('PDK_EXPRESSION', `the number ${text}${text === source ? '' : ` in ${source}`} does not mean the same everywhere`, place, { received: text, expected: 'a number with an exponent', remedy: 'write the number out, such as 2e-3' });
}
