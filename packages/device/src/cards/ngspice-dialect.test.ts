import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { NgspiceDialect } from './ngspice-dialect.ts';

const dialect = new NgspiceDialect();
const parse = (text: string, model?: string) => dialect.parse(text, { file: 'some.mod', ...(model === undefined ? {} : { model }) });

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,7}$/);
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.constantFrom('1', '2.5meg', '-3u', '4X', '+1e-009', '.5', '1E+05V'));
const text = fc.oneof(number, fc.constantFrom("'2*(a + b)'", '{knob/2}', '"a string"', 'name', 'max(1,2)', '[1 2 3]'));
const blank = fc.constantFrom('', ' ', '  ', '\t');
const gap = fc.constantFrom(' ', '   ', '\t', '\n+ ', '\n+\t', '\n* a comment = 1\n+ ', ' ; note\n+', ' $ note = 2\n+ ', '\r\n+ ', '\n\n+ ', ', ');
const pairs = fc.uniqueArray(fc.tuple(name, text, blank, blank, gap), { minLength: 1, maxLength: 12, selector: ([key]) => key });

interface Written {
  readonly card: string;
  readonly pairs: readonly (readonly [string, string, string, string, string])[];
}

/** Cards of every shape: what stands around the pairs is drawn too. */
const cards: fc.Arbitrary<Written> = fc
  .tuple(pairs, fc.boolean(), fc.constantFrom('', '* head\n', '.param knob = 3\nr1 a b 1k\n', '.model other d is=1\n+ n=2\n', '\r\n'), fc.constantFrom('', '\n', '\n.model last d is=1\n', '\n* foot', ' ; end\n'))
  .map(([all, closed, head, foot]) => ({
    card: `${head}.model wanted nmos${closed ? ' (' : ' '}${all.map(([key, value, before, after, space]) => `${key}${before}=${after}${value}${space}`).join('')}${closed ? ')' : ''}${foot}`,
    pairs: all,
  }));

describe('NgspiceDialect', () => {
  it('writes every card back as it was read', () => {
    fc.assert(
      fc.property(cards, ({ card }) => {
        expect(parse(card, 'wanted').toString()).toBe(card);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every parameter in order, with the text as written', () => {
    fc.assert(
      fc.property(cards, ({ card, pairs: all }) => {
        const parsed = parse(card, 'WANTED');
        expect(parsed.names()).toEqual(all.map(([key]) => key));
        for (const [key, value] of all) expect(parsed.text(key)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('changes the values asked for and leaves every other character', () => {
    fc.assert(
      fc.property(cards, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(), (written, value, which) => {
        const key = written.pairs[which % written.pairs.length]![0];
        const edited = parse(written.card, 'wanted').with({ [key]: value });
        expect(edited.value(key)).toBe(value === 0 ? 0 : value);
        const again = parse(edited.toString(), 'wanted');
        expect(again.value(key)).toBe(edited.value(key));
        for (const [other, as] of written.pairs) if (other !== key) expect(again.text(other)).toBe(as);
        // Put back to one value, both files must be the same in every character.
        expect(again.with({ [key]: 1 }).toString()).toBe(parse(written.card, 'wanted').with({ [key]: 1 }).toString());
      }),
      { numRuns: 300 },
    );
  });

  it('appends new parameters behind the last line, or inside the parentheses', () => {
    expect(parse('.model a d is=1 $ note\n+ n=2 ; last\n* next\nr1 1 2 3\n').with({ bv: 5 }).toString()).toBe('.model a d is=1 $ note\n+ n=2 ; last\n+ bv = 5\n* next\nr1 1 2 3\n');
    expect(parse('.model a d (is=1)\n').with({ bv: 5, m: 0.5 }).toString()).toBe('.model a d (is=1 bv=5 m=0.5)\n');
    expect(parse('.model a d').with({ is: 1e-15 }).toString()).toBe('.model a d\n+ is = 1e-15');
    expect(parse('.model a d is=1\r\n+ n=1\r\n').with({ bv: 5 }).toString()).toBe('.model a d is=1\r\n+ n=1\r\n+ bv = 5\r\n');
  });

  it('takes the last of two values, as ngspice does', () => {
    const card = parse('.model a d is=1 n=1 is=2\n');
    expect(card.names()).toEqual(['is', 'n']);
    expect(card.value('is')).toBe(2);
    expect(card.with({ is: 3 }).toString()).toBe('.model a d is=1 n=1 is=3\n');
  });

  it('reads the type with the flags that belong to it', () => {
    expect(parse('.model irf vdmos nchan vto=3\n').type).toBe('vdmos nchan');
    expect(parse('.model irf vdmos\n+ vto=3\n+ pchan\n').type).toBe('vdmos pchan');
    expect(parse('.model x nmos(level=1)\n').type).toBe('nmos');
    expect(parse('.model x psp103va type = +1 level=103.6').value('type')).toBe(1);
  });

  it('gives no number for an expression or a word', () => {
    const card = parse(".model a d is='2*x' n={y} type=abc rs=1+2\n");
    expect(card.names().map((each) => card.value(each))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['a parameter without value', '* x\n.model a d is=1\n+ n=\n', 'CARD_SYNTAX', 3],
    ['a value without parameter', '.model a d =1\n', 'CARD_SYNTAX', 1],
    ['a model without type', '\n\n.model a\n', 'CARD_SYNTAX', 3],
    ['an open quotation mark', ".model a d is='1\n", 'CARD_SYNTAX', 1],
    ['two models and no name', '.model a d is=1\n.model b d is=1\n', 'CARD_SYNTAX', 2],
    ['no model', 'r1 1 2 3\n', 'CARD_MODEL_MISSING', 1],
  ])('refuses %s', (_, card, code, line) => {
    const error = refusalOf(() => parse(card));
    expect(error.code).toBe(code);
    expect(error.line).toBe(line);
    expect(error.file).toBe('some.mod');
  });

  it('offers the nearest name of a model that is not there', () => {
    expect(refusalOf(() => parse('.model start_nmos nmos level=1\n', 'strat_nmos')).remedy).toContain('start_nmos');
  });
});

it.each(['.model dz d "is=1e-14 n=1.2"\n', '.model dz d [is=1e-14 n=1.2]\n'])('refuses parameters that %j hides', (text) => {
  expect(() => new NgspiceDialect().parse(text, { file: 'x' })).toThrow(expect.objectContaining({ code: 'CARD_SYNTAX', line: 1 }));
});

it('joins a line that two backslashes continue', () => {
  const card = new NgspiceDialect().parse('.model dz d is=1e-14 \\\\\n n=1.2\n', { file: 'x' });
  expect([card.value('is'), card.value('n')]).toEqual([1e-14, 1.2]);
});
