import { measuredFile } from '@evospice/readers';
import { registryOf, testDatasetReader } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';

const reader = () => registryOf(plugin).create('DatasetReader', 'touchstone');
const read = async (text: string, file = 'device.s2p') => (await reader().read(measuredFile(file, new TextEncoder().encode(text))));
const rows = [1, 2, 3].map((ghz) => `${ghz} 0.9 -${ghz}0 3 1${ghz}0 0.01 8${ghz} 0.8 -${ghz}5`);

testDatasetReader('touchstone', reader, [
  { name: 'version 1, two ports', blocks: 1, rows: 3, statesLength: false, text: `! made by hand\n# GHz S MA R 50\n${rows.join('\n')}\n` },
  { name: 'version 2', blocks: 1, rows: 3, statesLength: true, text: `[Version] 2.0\n# MHz S DB R 50\n[Number of Ports] 2\n[Two-Port Data Order] 12_21\n[Number of Frequencies] 3\n[Reference] 50 50\n[Network Data]\n${rows.join('\n')}\n[End]\n` },
  { name: 'one port', blocks: 1, rows: 2, statesLength: true, text: '[Version] 2.0\n# Hz Z RI\n[Number of Ports] 1\n[Number of Frequencies] 2\n[Network Data]\n1e6 50 1e-3\n2e6 50 2e-3\n[End]\n' },
], 'folder/device.s2p');

describe('TouchstoneReader', () => {
  it('reads a two-port of version 1 column by column, and its biases', async () => {
    const { blocks } = await read('! Vgs = 0.5 V, Vds=1V\n! W = 10u\n  # ghz s ri r 75\n1 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 ! comment\n');
    expect(blocks[0]).toMatchObject({
      variables: { Vgs: 0.5, Vds: 1, z0: 75 }, units: { freq: 'Hz', 'R:S(1,1)': '1', Vgs: 'V' },
      values: { freq: Float64Array.of(1e9), 'R:S(2,1)': Float64Array.of(0.3), 'I:S(2,1)': Float64Array.of(0.4), 'R:S(1,2)': Float64Array.of(0.5), 'I:S(2,2)': Float64Array.of(0.8) },
    });
  });

  it.each([['MA', 2, 90, 0, 2], ['DB', 20, 180, -10, 0], ['RI', 3, 4, 3, 4]])('reads %s', async (notation, first, second, real, imaginary) => {
    const { blocks: [block] } = await read(`# Hz S ${notation}\n1 ${first} ${second}\n`, 'a.s1p');
    expect(block!.values['R:S(1,1)']![0]).toBeCloseTo(real, 12);
    expect(block!.values['I:S(1,1)']![0]).toBeCloseTo(imaginary, 12);
  });

  it('undoes the normalisation of version 1, and knows none in version 2', async () => {
    const y = 'R:Y(1,1)';
    expect((await read('# Hz Y RI R 50\n1 1 0\n', 'a.s1p')).blocks[0]).toMatchObject({ units: { [y]: 'S' }, values: { [y]: Float64Array.of(0.02) } });
    expect((await read('[Version] 2.0\n# Hz Y RI R 50\n[Number of Ports] 1\n[Network Data]\n1 1 0\n[End]\n')).blocks[0]!.values[y]).toEqual(Float64Array.of(1));
  });

  it('names noise and leaves it out', async () => {
    const { blocks, notes } = await read(`# GHz S MA R 50\n${rows.join('\n')}\n1 0.7 0.6 40 0.3\n2 0.8 0.5 50 0.2\n`);
    expect(blocks[0]!.rowLines).toHaveLength(3);
    expect(notes).toEqual([{ line: 5, message: 'noise data in lines 5 to 6 is not read' }]);
  });

  it('reads back what it wrote, for any number of ports and any notation', async () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const networks = fc.integer({ min: 1, max: 4 }).chain((ports) => fc.record({ ports: fc.constant(ports), rows: fc.array(fc.array(fc.tuple(value, value), { minLength: ports ** 2, maxLength: ports ** 2 }), { minLength: 1, maxLength: 4 }), notation: fc.constantFrom('RI', 'MA', 'DB') }));
    await fc.assert(fc.asyncProperty(networks, async ({ ports, rows: matrices, notation }) => {
      const pair = ([real, imaginary]: readonly [number, number]): string => {
        const size = Math.hypot(real, imaginary);
        return notation === 'RI' ? `${real} ${imaginary}` : `${notation === 'MA' ? size : 20 * Math.log10(Math.max(size, 1e-300))} ${(Math.atan2(imaginary, real) * 180) / Math.PI}`;
      };
      const lines = matrices.map((matrix, index) => {
        const order = ports === 2 ? [0, 2, 1, 3] : matrix.map((_, at) => at);
        const pairs = order.map((at) => pair(matrix[at]!));
        return ports < 3 ? `${index + 1} ${pairs.join(' ')}` : Array.from({ length: ports }, (_, row) => `${row === 0 ? index + 1 : ' '} ${pairs.slice(row * ports, (row + 1) * ports).join(' ')}`).join('\n');
      });
      const { blocks: [block] } = await read(`# MHz S ${notation} R 50\n${lines.join('\n')}\n`, `a.s${ports}p`);
      matrices.forEach((matrix, row) => matrix.forEach(([real, imaginary], at) => {
        const name = `S(${Math.floor(at / ports) + 1},${(at % ports) + 1})`;
        expect(block!.values[`R:${name}`]![row]).toBeCloseTo(real, 9);
        expect(block!.values[`I:${name}`]![row]).toBeCloseTo(imaginary, 9);
      }));
    }), { numRuns: 40 });
  });

  it.each([
    ['an option that is not known', '# GHz S XY R 50\n1 2 3\n', 'DATASET_SYNTAX', 1], ['too few values', '# GHz S MA R 50\n1 0.9 -10 3\n', 'DATASET_COLUMNS', 2],
    ['falling frequencies', `# GHz S MA R 50\n${rows[1]}\n${rows[0]}\n`, 'DATASET_SWEEP', 3], ['mixed modes', '[Version] 2.0\n# GHz\n[Number of Ports] 2\n[Mixed-Mode Order] D1 C1\n', 'DATASET_SYNTAX', 4],
    ['a version 2 file without its end', `[Version] 2.0\n# GHz\n[Number of Ports] 2\n[Network Data]\n${rows[0]}\n`, 'DATASET_TRUNCATED', 5],
  ])('refuses %s', async (_, text, code, line) => {
    await expect(read(text)).rejects.toMatchObject({ code, line });
  });
});
