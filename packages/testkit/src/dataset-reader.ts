import { EvospiceError, type Dataset, type DatasetReader } from '@evospice/contracts';
import { measuredFile, recogniseFormat } from '@evospice/readers';
import { describe, expect, it } from 'vitest';

/** A file of the format, and what is in it. */
export type DatasetSample = TextSample | BinarySample;

interface Contents {
  readonly name: string;
  readonly blocks: number;
  /** Rows of all blocks together. */
  readonly rows: number;
}

export interface TextSample extends Contents {
  /** Whole file; one row a line, values last on their line. */
  readonly text: string;
  /** True when the file says how many rows it has, so that every cut between lines must be noticed. */
  readonly statesLength: boolean;
}

export interface BinarySample extends Contents {
  /** Whole file. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** Places at which a file of bytes is cut, spread over its length. */
const byteCuts = 24;

/**
 * Conformance suite of the `DatasetReader` extension point: call it at the top level of a test file.
 * @param name shown in front of each test
 * @param makeReader a fresh reader
 * @param samples at least one file, with at least two rows each
 * @param file name of the samples, where the format needs an ending of its own
 */
export function testDatasetReader(name: string, makeReader: () => DatasetReader, samples: readonly DatasetSample[], file = 'folder/measured.file'): void {
  const readBytes = async (bytes: Uint8Array): Promise<Dataset> => makeReader().read(measuredFile(file, bytes));
  const read = async (text: string): Promise<Dataset> => readBytes(new TextEncoder().encode(text));
  const bytesOf = async (sample: DatasetSample): Promise<Uint8Array> => ('text' in sample ? new TextEncoder().encode(sample.text) : sample.bytes());
  const confidence = (bytes: Uint8Array): number => recogniseFormat(measuredFile(file, bytes), [makeReader()])[0]?.confidence ?? 0;

  describe(`DatasetReader ${name}`, () => {
    it('has a format name in lower case', () => {
      expect(makeReader().format).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it.each(['', '\n\n', 'no such format\n'])('refuses %j with a typed error', async (text) => {
      await expectDatasetError(async () => read(text), file);
    });

    it('recognises its own files and no others', async () => {
      for (const sample of samples) {
        const certain = confidence(await bytesOf(sample));
        expect(certain, sample.name).toBeGreaterThanOrEqual(0.5);
        expect(certain, sample.name).toBeLessThanOrEqual(1);
      }
      for (const strange of [new Uint8Array(), new TextEncoder().encode('no such format\n'), Uint8Array.of(0, 255, 1, 254, 0, 0)]) expect(confidence(strange)).toBe(0);
    });

    describe.each(samples)('$name', (sample) => {
      it('reads every block and row', async () => {
        const dataset = await readBytes(await bytesOf(sample));
        expect(dataset.file).toBe(file);
        expect(dataset.blocks).toHaveLength(sample.blocks);
        expect(dataset.blocks.reduce((sum, block) => sum + block.rowLines.length, 0)).toBe(sample.rows);
      });

      it('gives complete, finite columns of one length', async () => {
        const dataset = await readBytes(await bytesOf(sample));
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

      it('reads the same twice', async () => {
        const bytes = await bytesOf(sample);
        expect(await readBytes(bytes)).toEqual(await readBytes(bytes));
      });

      if ('text' in sample) textTests(sample, read, file);
      else binaryTests(sample, readBytes, file);
    });
  });
}

function textTests({ text, statesLength }: TextSample, read: (text: string) => Promise<Dataset>, file: string): void {
  const lines = text.split('\n');

  it('gives the line of each row, in order', async () => {
    for (const block of (await read(text)).blocks) {
      // Blocks may be side by side, in the same lines.
      let last = 0;
      for (const line of block.rowLines) {
        expect(line).toBeGreaterThan(last);
        expect(lines[line - 1]).toMatch(/\d/);
        last = line;
      }
    }
  });

  it('reads the same with other line ends', async () => {
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(await read(text));
  });

  it('names file and line of a value that is NaN, no number, or missing', async () => {
    const [first] = (await read(text)).blocks;
    for (const line of [first!.rowLines[0]!, first!.rowLines.at(-1)!]) {
      const row = lines[line - 1]!.trimEnd();
      for (const broken of [row.replace(/[^\s,;]+$/, 'NaN'), row.replace(/[^\s,;]+$/, 'abc'), row.replace(/[\s,;]+[^\s,;]+$/, '')]) {
        const error = await expectDatasetError(async () => read(lines.with(line - 1, broken).join('\n')), file);
        expect(error.line).toBe(line);
      }
    }
  });

  it('never gives other or fewer rows without an error when the file is cut', async () => {
    const whole = await read(text);
    for (let kept = 0; kept < lines.length; kept++) {
      const cut = await outcome(async () => read(lines.slice(0, kept).map((line) => `${line}\n`).join('')), file);
      if (cut === undefined) continue;
      if (statesLength) expect(cut, `cut behind line ${kept}`).toEqual(whole);
      else expectBeginning(cut, whole);
    }
  });

  it('never gives a value that a cut inside a line left incomplete', async () => {
    const whole = await read(text);
    const end = text.trimEnd().length;
    for (let kept = Math.max(0, end - 40); kept < end; kept++) {
      const cut = await outcome(async () => read(text.slice(0, kept)), file);
      if (cut !== undefined && statesLength) expectSameUpToLastValue(cut, whole);
    }
  });
}

function binaryTests(sample: BinarySample, read: (bytes: Uint8Array) => Promise<Dataset>, file: string): void {
  it('refuses a cut file with a typed error, or gives the same', async () => {
    const bytes = await sample.bytes();
    const whole = await read(bytes);
    for (let cut = 0; cut < byteCuts; cut += 1) {
      const part = await outcome(async () => read(bytes.slice(0, Math.floor((bytes.length * cut) / byteCuts))), file);
      if (part !== undefined) expect(part).toEqual(whole);
    }
  });
}

async function outcome(read: () => Promise<Dataset>, file: string): Promise<Dataset | undefined> {
  try {
    return await read();
  } catch (error) {
    expectTyped(error, file);
    return undefined;
  }
}

function expectTyped(error: unknown, file: string): EvospiceError {
  expect(EvospiceError.is(error), String(error)).toBe(true);
  const typed = error as EvospiceError;
  expect(typed.code).toMatch(/^(?:DATASET_|TEXT_ENCODING$)/);
  expect(typed.file).toBe(file);
  expect(typed.line).toBeGreaterThanOrEqual(1);
  expect(typed.expected).toBeTruthy();
  expect(typed.remedy).toBeTruthy();
  return typed;
}

async function expectDatasetError(read: () => Promise<unknown>, file: string): Promise<EvospiceError> {
  try {
    await read();
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
