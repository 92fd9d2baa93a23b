import { EvospiceError, type CardDialect, type ModelCard } from '@evospice/contracts';
import { commented, provenanceBlock, provenanceIn } from '@evospice/device';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCardNumbers } from './card-numbers.ts';

/** A card file of the dialect, and what it says. */
export interface CardSample {
  readonly name: string;
  /** Whole file. */
  readonly text: string;
  /** Model wanted; left out where the file has one. */
  readonly model?: string;
  readonly type: string;
  /** Some numeric parameters with their values; at least one. */
  readonly values: Readonly<Record<string, number>>;
}

/** Values that extraction meets: every finite double, with usual magnitudes more often. */
const anyValue = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -1000, max: 1000 }));

/**
 * Conformance suite of the `CardDialect` extension point: call it at the top level of a test file.
 * @param name shown in front of each test
 * @param makeDialect a fresh dialect
 * @param samples at least one card file
 */
export function testCardDialect(name: string, makeDialect: () => CardDialect, samples: readonly CardSample[]): void {
  const file = 'folder/card.file';

  describe(`CardDialect ${name}`, () => {
    it('has a name in lower case', () => {
      expect(makeDialect().name).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it('refuses a text without a model', () => {
      for (const text of ['', '\n', 'nothing to see\n']) expectError(() => makeDialect().parse(text, { file }), 'CARD_MODEL_MISSING', file);
    });

    testCardNumbers(makeDialect);

    describe.each(samples)('$name', ({ text, model, type, values }) => {
      const source = { file, ...(model === undefined ? {} : { model }) };
      const parse = (content: string = text): ModelCard => makeDialect().parse(content, source);
      const names = Object.keys(values);

      it('is written back as it was read', () => {
        expect(parse().toString()).toBe(text);
        expect(parse().file).toBe(file);
      });

      it('reads model name, type and values', () => {
        const card = parse();
        if (model !== undefined) expect(card.name.toLowerCase()).toBe(model.toLowerCase());
        expect(card.type).toBe(type);
        for (const [parameter, value] of Object.entries(values)) expect(card.value(parameter), parameter).toBeCloseTo(value, 12 - Math.floor(Math.log10(Math.abs(value) || 1)));
        expect(new Set(card.names()).size).toBe(card.names().length);
        for (const parameter of card.names()) {
          expect(parameter).toBe(parameter.toLowerCase());
          expect(card.text(parameter)).toBeDefined();
        }
        expect(card.value('no_such_parameter')).toBeUndefined();
        expect(card.text('no_such_parameter')).toBeUndefined();
      });

      it('refuses a model that is not there, and names the file', () => {
        expectError(() => makeDialect().parse(text, { file, model: 'no_such_model_at_all' }), 'CARD_MODEL_MISSING', file);
      });

      it('gives back every value it was given, also after writing and reading', () => {
        fc.assert(
          fc.property(fc.constantFrom(...names), anyValue, (parameter, value) => {
            const card = parse().with({ [parameter]: value });
            expect(card.value(parameter)).toBe(value === 0 ? 0 : value);
            expect(parse(card.toString()).value(parameter)).toBe(value === 0 ? 0 : value);
          }),
        );
      });

      it('changes nothing else', () => {
        fc.assert(
          fc.property(fc.constantFrom(...names), anyValue, (parameter, value) => {
            const before = parse();
            const after = before.with({ [parameter]: value });
            expect(before.toString()).toBe(text);
            expect(after.names()).toEqual(before.names());
            for (const other of before.names()) if (other !== parameter.toLowerCase()) expect(after.text(other)).toBe(before.text(other));
            const written = after.toString();
            const head = commonPrefix(text, written);
            const tail = commonPrefix(reversed(text.slice(head)), reversed(written.slice(head)));
            // All that differs lies inside the old and the new text of the value.
            expect(before.text(parameter)!.length).toBeGreaterThanOrEqual(text.length - head - tail);
            expect(after.text(parameter)!.length).toBeGreaterThanOrEqual(written.length - head - tail);
          }),
        );
      });

      it('appends parameters that are not there', () => {
        fc.assert(
          fc.property(anyValue, anyValue, (first, second) => {
            const card = parse().with({ evospice_new_a: first }).with({ evospice_new_b: second });
            expect(card.names().slice(-2)).toEqual(['evospice_new_a', 'evospice_new_b']);
            const again = parse(card.toString());
            expect(again.value('evospice_new_a')).toBe(first === 0 ? 0 : first);
            expect(again.value('evospice_new_b')).toBe(second === 0 ? 0 : second);
            expect(again.names()).toEqual(card.names());
            for (const parameter of parse().names()) expect(again.text(parameter)).toBe(parse().text(parameter));
          }),
          { numRuns: 30 },
        );
      });

      it('reads the same under comments, as extracted cards have them, and writes them back', () => {
        const dialect = makeDialect();
        const whole = commented(provenanceBlock('1.0', ['task a: W = 10 µm', `parameters ${names[0]!} = 7 in 6 to 8`]), dialect.comment) + text;
        const card = parse(whole);
        expect(card.names()).toEqual(parse().names());
        for (const parameter of card.names()) expect(card.text(parameter), parameter).toBe(parse().text(parameter));
        expect(card.toString()).toBe(whole);
        expect(provenanceIn(card.toString())).toHaveLength(4);
      });

      it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d as a value', (value) => {
        expectError(() => parse().with({ [names[0]!]: value }), 'CARD_VALUE', file);
      });
    });
  });
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}

function expectError(run: () => unknown, code: string, file: string): void {
  try {
    run();
  } catch (error) {
    expect(EvospiceError.is(error, code), String(error)).toBe(true);
    expect((error as EvospiceError).file).toBe(file);
    return;
  }
  throw new Error(`expected ${code}, but nothing was thrown`);
}
