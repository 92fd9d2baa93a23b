import { EvospiceError, type Dataset, type DatasetReader } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';

/** A file of the format, and what is in it. */
export interface DatasetSample {
  readonly name: string;
  /** Whole file; one row a line, values last on their line. */
  readonly text: string;
  readonly blocks: number;
  /** Rows of all blocks together. */
  readonly rows: number;
  /** True when the file says how many rows it has, so that every cut between lines must be noticed. */
  readonly statesLength: boolean;
}

/**
 * Conformance suite of the `DatasetReader` extension point: call it at the top level of a test file.
 * @param name shown in front of each test
 * @param makeReader a fresh reader
 * @param samples at least one file, with at least two rows each
 */
export function testDatasetReader(name: string, makeReader: () => DatasetReader, samples: readonly DatasetSample[]): void {
  const file = 'folder/measured.file';
  const read = (text: string): Dataset => makeReader().read(text, { file });

  describe(`DatasetReader ${name}`, () => {
    it('has a format name in lower case', () => {
      expect(makeReader().format).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it.each(['', '\n\n', 'no such format\n'])('refuses %j with a typed error', (text) => {
      expectDatasetError(() => read(text), file);
    });

    describe.each(samples)('$name', ({ text, blocks, rows, statesLength }) => {
      const lines = text.split('\n');

      it('reads every block and row', () => {
        const dataset = read(text);
        expect(dataset.file).toBe(file);
        expect(dataset.blocks).toHaveLength(blocks);
        expect(dataset.blocks.reduce((sum, block) => sum + block.rowLines.length, 0)).toBe(rows);
      });

      it('gives complete, finite columns of one length', () => {
        const dataset = read(text);
        for (const block of dataset.blocks) {
          const length = block.rowLines.length;
          expect(length).toBeGreaterThanOrEqual(1);
          expect(new Set(block.columns).size).toBe(block.columns.length);
          expect(Object.keys(block.values).toSorted()).toEqual([...block.columns].toSorted());
          for (const values of Object.values(block.values)) {
            expect(values).toBeInstanceOf(Float64Array);
            expect(values).toHaveLength(length);
            expect(values.every((value) => Number.isFinite(value) && !Object.is(value, -0))).toBe(true);
          }
          expect(Object.values(block.variables).every(Number.isFinite)).toBe(true);
          if (dataset.sweep !== undefined) expect(block.columns).toContain(dataset.sweep);
        }
      });

      it('gives the line of each row, in order', () => {
        let last = 0;
        for (const block of read(text).blocks) {
          for (const line of block.rowLines) {
            expect(line).toBeGreaterThan(last);
            expect(lines[line - 1]).toMatch(/\d/);
            last = line;
          }
        }
      });

      it('reads the same twice, and with other line ends', () => {
        expect(read(text)).toEqual(read(text));
        expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
      });

      it('names file and line of a value that is NaN, no number, or missing', () => {
        const [first] = read(text).blocks;
        for (const line of [first!.rowLines[0]!, first!.rowLines.at(-1)!]) {
          const row = lines[line - 1]!.trimEnd();
          for (const broken of [row.replace(/[^\s,;]+$/, 'NaN'), row.replace(/[^\s,;]+$/, 'abc'), row.replace(/[\s,;]+[^\s,;]+$/, '')]) {
            const error = expectDatasetError(() => read(lines.with(line - 1, broken).join('\n')), file);
            expect(error.line).toBe(line);
          }
        }
      });

      it('never gives other or fewer rows without an error when the file is cut', () => {
        const whole = read(text);
        for (let kept = 0; kept < lines.length; kept++) {
          const cut = outcome(() => read(lines.slice(0, kept).map((line) => `${line}\n`).join('')), file);
          if (cut === undefined) continue;
          if (statesLength) expect(cut, `cut behind line ${kept}`).toEqual(whole);
          else expectBeginning(cut, whole);
        }
      });

      it('never gives a value that a cut inside a line left incomplete', () => {
        const whole = read(text);
        const end = text.trimEnd().length;
        for (let kept = Math.max(0, end - 40); kept < end; kept++) {
          const cut = outcome(() => read(text.slice(0, kept)), file);
          if (cut !== undefined && statesLength) expectSameUpToLastValue(cut, whole);
        }
      });
    });
  });
}

function outcome(read: () => Dataset, file: string): Dataset | undefined {
  try {
    return read();
  } catch (error) {
    expectTyped(error, file);
    return undefined;
  }
}

function expectTyped(error: unknown, file: string): EvospiceError {
  expect(EvospiceError.is(error), String(error)).toBe(true);
  const typed = error as EvospiceError;
  expect(typed.code).toMatch(/^DATASET_/);
  expect(typed.file).toBe(file);
  expect(typed.line).toBeGreaterThanOrEqual(1);
  expect(typed.expected).toBeTruthy();
  expect(typed.remedy).toBeTruthy();
  return typed;
}

function expectDatasetError(read: () => unknown, file: string): EvospiceError {
  try {
    read();
  } catch (error) {
    return expectTyped(error, file);
  }
  throw new Error('expected a DATASET_ error, but the file was read');
}

/** Every block of `part` must be the beginning of the block of `whole` in its place. */
function expectBeginning(part: Dataset, whole: Dataset): void {
  part.blocks.forEach((block, index) => {
    const other = whole.blocks[index]!;
    for (const name of block.columns) expect([...block.values[name]!]).toEqual(Array.from(other.values[name]!.subarray(0, block.rowLines.length)));
  });
}

/** A text cannot tell `1.25` cut to `1.2` from `1.2`, so the very last value is left out of the comparison. */
function expectSameUpToLastValue(cut: Dataset, whole: Dataset): void {
  const flat = (dataset: Dataset): number[] =>
    dataset.blocks.flatMap((block) => Array.from(block.rowLines, (_, row) => block.columns.map((name) => block.values[name]![row]!)).flat());
  expect(flat(cut).slice(0, -1)).toEqual(flat(whole).slice(0, -1));
}
