import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { PypsucurvetraceReader } from './pypsucurvetrace-reader.ts';

const read = (text: string) => new PypsucurvetraceReader().read(measuredText(text, { file: 'trace.dat' }));
const header = '% * Sample: thing\n% * PSU1:\n%   - Type: SUPPLY\n%   - voltage output = 0.0 V ... 2.0 V (1.0 V steps)\n% * PSU2:\n%   - voltage output = 3.0 V ... 4.0 V (0.5 V steps)\n% * Repeats per reading = 1\n';
const row = (gate: number, drain: number, limited = 0, extra = ''): string => `${drain.toFixed(4)} 15.0000 ${(drain * 0.99).toFixed(4)} ${(gate * drain).toFixed(4)} ${limited} ${gate.toFixed(4)} 0.3 ${gate.toFixed(4)} 0.0 0${extra}\n`;
const curve = (gate: number, drains: readonly number[], extra = ''): string => drains.map((drain) => row(gate, drain, 0, extra)).join('');

const failure = (text: string) => refusalOf(() => read(text));

describe('PypsucurvetraceReader', () => {
  it('starts a curve where the second supply is set anew, and keeps the header', () => {
    const dataset = read(header + curve(3, [0, 1, 2]) + curve(3.5, [0, 1, 2]));
    expect(dataset.header).toMatchObject({ Sample: 'thing', 'PSU1 Type': 'SUPPLY', 'Repeats per reading': '1' });
    expect(dataset.blocks.map((block) => block.variables)).toEqual([{ u2set: 3 }, { u2set: 3.5 }]);
    expect([...dataset.blocks[1]!.values['u1']!]).toEqual([0, 0.99, 1.98]);
    expect(dataset.blocks[0]!.units['i1']).toBe('A');
  });

  it('reads the eleventh column as temperature', () => {
    expect([...read(header + curve(3, [0, 1, 2], ' 25.5') + curve(3.5, [0, 1, 2], ' 26.5')).blocks[1]!.values['temp']!]).toEqual([26.5, 26.5, 26.5]);
  });

  it('lets a curve end early in the limiter', () => {
    expect(read(header + curve(3, [0, 1, 2]) + row(3.5, 0) + row(3.5, 1, 1)).blocks[1]!.rowLines).toHaveLength(2);
  });

  it('takes a whole last line without a line end', () => {
    expect(read((header + curve(3, [0, 1, 2], ' 25.50') + curve(3.5, [0, 1, 2], ' 25.50')).slice(0, -1)).blocks).toHaveLength(2);
  });

  it('reads negative voltages of inverted supplies, and rows that are commented out', () => {
    const inverted = curve(-3, [0, -1, -2]) + curve(-3.5, [0, -1]);
    const { blocks } = read(`${header}${inverted}%${row(-3.5, -2)}`);
    expect(blocks.map((block) => block.rowLines.length)).toEqual([3, 2]);
    expect(blocks[0]!.values['u1set']![2]).toBe(-2);
  });

  it.each([
    ['a curve that ends early without it', header + curve(3, [0, 1]) + curve(3.5, [0, 1, 2]), 'DATASET_TRUNCATED', 9],
    ['missing curves', header + curve(3, [0, 1, 2]), 'DATASET_TRUNCATED', undefined],
    ['a number that is cut', (header + curve(3, [0, 1, 2], ' 25.50') + curve(3.5, [0, 1, 2], ' 25.50')).slice(0, -2), 'DATASET_TRUNCATED', 13],
    ['a line that is cut', (header + curve(3, [0, 1, 2]) + curve(3.5, [0, 1, 2])).slice(0, -3), 'DATASET_TRUNCATED', undefined],
    ['a row with nine columns', `${header}${curve(3, [0, 1, 2])}0 1 2 3 0 3.5 1 3.5 0\n`, 'DATASET_COLUMNS', 11],
    ['comments alone', header, 'DATASET_EMPTY', undefined],
  ])('refuses %s', (_, text, code, line) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    if (line !== undefined) expect(error.line).toBe(line);
  });
});
