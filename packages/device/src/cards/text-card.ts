import { EvospiceError, type ModelCard } from '@evospice/contracts';
import { formatSpiceNumber } from './spice-number.ts';
import { ngspiceSyntax, type CardSyntax } from './card-syntax.ts';
import type { Statement, Token } from './card-tokens.ts';

interface Slot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stays the same between a card and its edited copies. */
interface Template {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Values in order of appearance; a name given twice has two slots, of which the simulator takes the last. */
  readonly slots: readonly Slot[];
  /** Last slot of each name. */
  readonly slotOf: ReadonlyMap<string, number>;
  /** Where new parameters go, and how they are separated there. */
  readonly appendAt: number;
  readonly appendOnNewLine: boolean;
  readonly newLine: string;
  readonly syntax: CardSyntax;
  readonly dialect: string;
}

/** A model statement that remembers its file's text and replaces nothing but values. */
class TextCard implements ModelCard {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly dialect: string;
  readonly #template: Template;
  readonly #changed: ReadonlyMap<number, string>;
  readonly #appended: ReadonlyMap<string, string>;

  constructor(template: Template, changed: ReadonlyMap<number, string> = new Map(), appended: ReadonlyMap<string, string> = new Map()) {
    this.name = template.name;
    this.type = template.type;
    this.file = template.file;
    this.dialect = template.dialect;
    this.#template = template;
    this.#changed = changed;
    this.#appended = appended;
  }

  names(): readonly string[] {
    return [...this.#template.slotOf.keys(), ...this.#appended.keys()];
  }

  text(name: string): string | undefined {
    const key = name.toLowerCase();
    const index = this.#template.slotOf.get(key);
    if (index === undefined) return this.#appended.get(key);
    const slot = this.#template.slots[index]!;
    return this.#changed.get(index) ?? this.#template.text.slice(slot.start, slot.end);
  }

  value(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : this.#template.syntax.number(text);
  }

  givenTwice(): readonly { readonly name: string; readonly message: string }[] {
    const { slots, slotOf, text } = this.#template;
    return [...slotOf].flatMap(([name, last]) => {
      const written = (slot: Slot): string => text.slice(slot.start, slot.end);
      const counts = written(slots[last]!);
      const others = [...new Set(slots.filter((slot) => slot.name === name).map(written))].filter((other) => other.toLowerCase() !== counts.toLowerCase());
      return others.length === 0 ? [] : [{ name, message: `${name} is given more than once on the card of ${this.name}: ${name}=${counts}, which comes last, counts (not ${others.join(', ')})` }];
    });
  }

  with(values: Readonly<Record<string, number>>): ModelCard {
    const changed = new Map(this.#changed);
    const appended = new Map(this.#appended);
    for (const [name, value] of Object.entries(values)) {
      const key = name.toLowerCase();
      if (!Number.isFinite(value)) throw cardValueError(this.#template, name, value);
      const index = this.#template.slotOf.get(key);
      if (index === undefined) appended.set(key, formatSpiceNumber(value));
      else changed.set(index, formatSpiceNumber(value));
    }
    return new TextCard(this.#template, changed, appended);
  }

  toString(): string {
    const { text, slots, appendAt, appendOnNewLine, newLine } = this.#template;
    const pieces: string[] = [];
    const addition = [...this.#appended].map(([name, value]) => (appendOnNewLine ? `${newLine}+ ${name} = ${value}` : ` ${name}=${value}`)).join('');
    let at = 0;
    slots.forEach((slot, index) => {
      pieces.push(text.slice(at, slot.start), this.#changed.get(index) ?? text.slice(slot.start, slot.end));
      at = slot.end;
    });
    pieces.push(text.slice(at, appendAt), addition, text.slice(appendAt));
    return pieces.join('');
  }
}

/** Parameters that a card states more than once, with different values, in words. */
export function givenTwice(card: ModelCard): readonly { readonly name: string; readonly message: string }[] {
  return card instanceof TextCard ? card.givenTwice() : [];
}

function cardValueError(template: Template, name: string, value: number): EvospiceError {
  return new EvospiceError('CARD_VALUE', `${name} of model ${template.name} cannot be ${value}`, {
    received: value, expected: 'a finite number', remedy: 'check what computed the value', file: template.file, line: template.line,
  });
}

/** Reads one tokenised model statement. @param dialect name of the dialect it is in @throws EvospiceError `CARD_SYNTAX`. */
export function readCard(text: string, statement: Statement, file: string, syntax: CardSyntax = ngspiceSyntax, dialect = 'ngspice'): TextCard {
  const words = statement.tokens.filter((token) => token.kind !== 'open' && token.kind !== 'close');
  const name = words[0];
  const kind = words[1];
  if (name?.kind !== 'word' || kind?.kind !== 'word') {
    throw new EvospiceError('CARD_SYNTAX', '.model statement without a name and a type', {
      received: statement.tokens.map((token) => token.text).join(' '), expected: '.model name type (parameter = value …)', remedy: 'complete the statement', file, line: statement.line,
    });
  }
  if (/^ako:/i.test(kind.text)) {
    throw new EvospiceError('CARD_SYNTAX', `model ${name.text} is another model with changes (${kind.text}), a form of PSpice that is not read`, {
      received: kind.text, expected: 'a type such as d or npn', remedy: `copy the parameters of ${kind.text.slice(4)} to ${name.text}, and write its type in place of ${kind.text}`, file, line: statement.line,
    });
  }
  const { slots, flags } = readPairs(words.slice(2), text, file, statement, syntax);
  // ngspice takes flags anywhere; only those of the type (`vdmos nchan`) belong to its name.
  const type = [kind.text, ...flags.filter((flag) => /^[np]chan$/i.test(flag))].join(' ');
  const slotOf = new Map<string, number>();
  slots.forEach((slot, index) => slotOf.set(slot.name, index));
  return new TextCard({
    name: name.text, type, file, line: statement.line, text, slots, slotOf, syntax, dialect, newLine: text.includes('\r\n') ? '\r\n' : '\n', ...appendPlace(text, statement, slots, kind),
  });
}

function readPairs(words: readonly Token[], text: string, file: string, statement: Statement, syntax: CardSyntax): { slots: Slot[]; flags: string[] } {
  const slots: Slot[] = [];
  const flags: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const next = words[index + 1];
    const value = next?.kind === 'equals' ? words[index + 2] : next;
    if (word.kind === 'equals' || (next?.kind === 'equals' && value?.kind !== 'word')) {
      const line = text.slice(0, word.start).split('\n').length;
      throw new EvospiceError('CARD_SYNTAX', word.kind === 'equals' ? `"=" without a parameter in front of it in model ${statement.tokens[0]!.text}` : `parameter ${word.text} has no value`, {
        received: words.slice(Math.max(0, index - 1), index + 3).map((token) => token.text).join(' '), expected: 'parameter = value', remedy: 'complete the pair', file, line,
      });
    }
    if (next?.kind === 'equals') {
      index += 2;
      while (syntax.bareExpressions === true && continuesExpression(words[index]!, words[index + 1], words[index + 2])) index += 1;
      slots.push({ name: word.text.toLowerCase(), start: value!.start, end: words[index]!.end });
    } else if (value !== undefined && syntax.number(value.text) !== undefined && syntax.number(word.text) === undefined) {
      // `is 1e-14` without `=` is allowed too.
      slots.push({ name: word.text.toLowerCase(), start: value.start, end: value.end });
      index += 1;
    } else if (/['"{}[\]]/.test(word.text)) {
      throw new EvospiceError('CARD_SYNTAX', `${word.text} of model ${statement.tokens[0]!.text} is not a parameter with a value`, {
        received: word.text, expected: 'parameter = value', remedy: 'take the quotes or brackets around parameters off the card', file, line: text.slice(0, word.start).split('\n').length,
      });
    } else flags.push(word.text);
  }
  return { slots, flags };
}

/** True where `next` goes on with the value that ends in `last`: `a + b`, `a +b`, but not `a -b` in front of `=`. */
function continuesExpression(last: Token, next: Token | undefined, afterNext: Token | undefined): boolean {
  if (next?.kind !== 'word' || afterNext?.kind === 'equals') return false;
  return /[-+*/^?:<>&|]$/.test(last.text) || /^[-+*/^?:<>&|]/.test(next.text);
}

/** New parameters are on lines of their own behind the last line, or inside the closing parenthesis where there is one. */
function appendPlace(text: string, statement: Statement, slots: readonly Slot[], kind: Token): Pick<Template, 'appendAt' | 'appendOnNewLine'> {
  const last = statement.tokens.at(-1)!;
  const lastValue = slots.at(-1);
  if (last.kind === 'close' && last.start >= (lastValue?.end ?? kind.end)) return { appendAt: last.start, appendOnNewLine: false };
  let lineEnd = text.indexOf('\n', last.end);
  if (lineEnd < 0) lineEnd = text.length;
  else if (text[lineEnd - 1] === '\r') lineEnd--;
  return { appendAt: Math.max(lineEnd, last.end), appendOnNewLine: true };
}

