import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLibrary, missingLibrary } from '../reference/test-circuits.ts';
import { EngineGone } from './engine.ts';
import { LibraryEngineSource } from './library-engine.ts';
import { FrameReader, frameHead } from './library-protocol.ts';

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const frame = fc.record({ text: fc.string({ unit: 'binary' }), numbers: fc.uint8Array({ maxLength: 40 }) });
    fc.assert(fc.property(fc.array(frame, { maxLength: 5 }), fc.integer({ min: 1, max: 30 }), (frames, size) => {
      const stream = Buffer.concat(frames.flatMap(({ text, numbers }) => [frameHead(text, numbers.length), numbers]));
      const reader = new FrameReader();
      const read = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) => reader.read(stream.subarray(index * size, (index + 1) * size))).flat();
      expect(read.map(({ text }) => text)).toEqual(frames.map(({ text }) => Buffer.from(text).toString()));
      expect(read.map(({ numbers }) => [...numbers])).toEqual(frames.map(({ numbers }) => [...numbers]));
    }));
  });
});

const circuit = 'divider\nv1 in 0 2\nr1 in out 1k\nr2 out 0 3k\n.end\n';

describe.skipIf(!hasLibrary)(`library engine${hasLibrary ? '' : ` (skipped: ${missingLibrary})`}`, () => {
  const source = new LibraryEngineSource('auto', 60);
  const loaded = { files: { 'circuit.cir': circuit }, commands: ['source circuit.cir'] };
  const sweep = (rows: number, vectors: readonly string[] = ['v(out)'], command = 'dc v1 0 2 1') => ({ commands: [command], vectors, rows, part: 'real' as const });

  it('gives the vectors of each run, and nothing for one that is not complete', async () => {
    const engine = await source.start();
    await engine.execute(loaded);
    const { runs } = await engine.execute({ runs: [
      sweep(3), sweep(4), sweep(3, ['v(out)', 'v(nowhere)']), sweep(3, ['v(in)', 'v(out)']),
      { commands: ['alter v1 ac = 1', 'ac lin 1 1k 1k'], vectors: ['v(out)'], rows: 1, part: 'real' },
      { commands: ['ac lin 1 1k 1k'], vectors: ['v(out)'], rows: 1, part: 'imaginary' },
    ] });
    expect(runs.map((run) => run.vectors?.map((vector) => [...vector]))).toEqual([
      // A divider by 4/3.
      [[0, 0.75, 1.5]], undefined, undefined, [[0, 1, 2], [0, 0.75, 1.5]], [[0.75]], [[0]],
    ]);
    expect(runs[2]?.log).toContain('nowhere');
    await engine.release();
  });

  it('is over when the library asks to be left', async () => {
    const engine = await source.start();
    await engine.execute(loaded);
    await expect(engine.execute({ runs: [sweep(3), { ...sweep(3), commands: ['quit'] }] })).rejects.toMatchObject({ end: 'died' });
    await expect(engine.execute({ runs: [sweep(3)] })).rejects.toThrow(EngineGone);
    await engine.release();
  });

  it('refuses a command that the library would read beyond its end', async () => {
    const engine = await source.start();
    await engine.execute({ commands: [`echo ${'x'.repeat(1000)}`] });
    await expect(engine.execute({ commands: [`echo ${'x'.repeat(1100)}`] })).rejects.toMatchObject({ end: 'died', log: expect.stringContaining('1022') });
    await engine.release();
  });
});
