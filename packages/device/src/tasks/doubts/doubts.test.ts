import { describe, expect, it } from 'vitest';
import { loadMosfetTask } from '../../testing/load-mosfet-task.ts';

interface Given {
  readonly file?: string;
  readonly polarity?: 'n' | 'p';
  readonly node?: string;
  readonly params?: string;
  readonly columns?: string;
}

/** Remarks on a task with one measured file: columns vg, vd and id. */
async function remarks(content: string, { file = 'id.csv', polarity = 'n', node = 'd', params = 'w: 1.0e-05, l: 1.3e-07, nf: 2', columns = '{}' }: Given = {}): Promise<readonly string[]> {
  const task = await loadMosfetTask({
    files: { [file]: content }, polarity, params, more: `columns: ${columns}\n`,
    entry: `{ file: ${file}, format: ${file.endsWith('mdm') ? 'mdm' : 'csv'}, instance: a, temp_c: 27, curve: idvg, sweep: vg, bias: { d: vd, g: vg, s: 0, b: 0 }, measure: [{ col: id, node: ${node}, kind: i }], split: train }`,
  });
  return task.remarks ?? [];
}

const rows = (currents: readonly (string | number)[], vd = 1): string => currents.map((id, index) => `${(index / 10).toFixed(1)},${vd},${id}`).join('\n');
const heading = '# sweep: vg\n# block: vd\nvg (V),vd (V),id (A)\n';
const rising = [1e-6, 2e-6, 3e-6, 4e-6, 5e-6];

function mdm(values: string, currents: readonly number[] = rising): string {
  return `! VERSION = 6.00
BEGIN_HEADER
 ICCAP_INPUTS
  vg V G GROUND SMU2 0.01 LIN 1 0 ${(currents.length - 1) / 10} ${currents.length} 0.1
  vd V D GROUND SMU1 0.0001 CON 1
 ICCAP_OUTPUTS
  id I D GROUND SMU1 B
 ICCAP_VALUES
${values}
END_HEADER

BEGIN_DB
 ICCAP_VAR vd 1

 #vg id
${currents.map((id, index) => `${index / 10} ${id}`).join('\n')}
END_DB
`;
}

describe('stated geometry and temperature', () => {
  it.each([
    ['another width', '  MAIN.W "7.000u"\n  MAIN.L "130.0n"', /id\.mdm:9: the file states MAIN\.W = 7\.000u, and the task has w = 1e-5 for instance a/u],
    ['another length', '  L "0.18"', /id\.mdm:9: the file states L = 0\.18, and the task has l = 1\.3e-7/u],
    ['another temperature', '  TEMP " 125.0000 "', /id\.mdm:9: the file states TEMP = 125\.0000, and the task has 27 degrees Celsius/u],
    ['a temperature in kelvin', '  TEMP "398 K"', /TEMP = 398 K, and the task has 27 degrees/u],
  ])('says %s with its line', async (_, values, text) => {
    expect((await remarks(mdm(values), { file: 'id.mdm' })).join('\n')).toMatch(text);
  });

  it.each([
    ['the same in other units', '  W "10um"\n  L "0.13"\n  TEMP "300 K"\n  NF "2.000"'],
    ['the width of one finger', '  MAIN.W "5.00u"\n  MAIN.L "130n"'],
    ['what is not a number', '  DEV_GEOM_W "."\n  W ""\n  TEMP "room"'],
    ['what has another meaning', '  TNOM "25"\n  XY_W "3"\n  PIN_L "14"'],
  ])('is silent about %s', async (_, values) => {
    expect(await remarks(mdm(values), { file: 'id.mdm' })).toEqual([]);
  });

  it.each([
    ['several in one comment', `# W=70u L=0.13u T=85C\n${heading}${rows(rising)}\n`, ['id.csv:1: the file states W = 70u, and the task has w = 1e-5 for instance a', 'id.csv:1: the file states T = 85C, and the task has 27 degrees Celsius for instance a']],
    ['columns that stay as they are', `vg (V),vd (V),id (A),temp (degC),W (um)\n0.1,1,1e-6,85,70\n0.2,1,2e-6,85,70\n`, ['id.csv:2: the file states temp = 85, and the task has 27 degrees Celsius for instance a', 'id.csv:2: the file states W = 0.00007, and the task has w = 1e-5 for instance a']],
  ])('reads %s', async (_, content, told) => expect(await remarks(content)).toEqual(told));

  it('reads comments and constants of CSV files too', async () => {
    expect(await remarks(`# W = 70u\n# temperature: 85 C\n${heading}${rows(rising)}\n`)).toEqual([
      'id.csv:1: the file states W = 70u, and the task has w = 1e-5 for instance a', 'id.csv:2: the file states temperature = 85 C, and the task has 27 degrees Celsius for instance a',
    ]);
  });
});

describe('signs', () => {
  it('refuses currents of the other sign convention, with the remedy', async () => {
    const refused = (content: string, given?: Given): Promise<unknown> => expect(remarks(content, given)).rejects.toMatchObject({
      code: 'TASK_SIGN', line: 8, message: expect.stringMatching(/^id\.csv:4: id has the wrong sign at 5 of 5 points for a current into terminal [ds]$/u),
      remedy: expect.stringContaining('columns: { id: { scale: -1 } }'),
    });
    await refused(heading + rows(rising.map((id) => -id)));
    await refused(heading + rows(rising), { node: 's' });
    expect(await remarks(heading + rows(rising.map((id) => -id)), { columns: '{ id: { scale: -1 } }' })).toEqual([]);
  });

  it('says that a current cannot flow into the terminal named, where those of other curves can', async () => {
    const [text] = await remarks(heading + [rows(rising.map((id) => -id)), rows(rising, 0.5)].join('\n'));
    expect(text).toMatch(/^id\.csv:4: id of curve \S+ has the wrong sign at 5 of 5 points for a current into terminal d, since v\(d\) is above v\(s\)/u);
  });

  it('says that the biases are those of the other polarity', async () => {
    expect(await remarks(heading + rows(rising), { polarity: 'p' })).toEqual([expect.stringContaining('v(d) is above v(s) in every curve, as in a device of the other polarity')]);
    expect(await remarks(heading + rows(rising.map((id) => -id), -1), { polarity: 'p' })).toEqual([]);
  });

  it('is silent about noise and offsets', async () => {
    expect(await remarks(heading + rows([-3e-12, -2e-12, -1e-12, 4e-6, 5e-6]))).toEqual([]);
  });
});

describe('compliance', () => {
  it('finds points at the compliance of the channel that measured', async () => {
    expect(await remarks(mdm('', [1e-6, 5e-5, 9.999e-5, 1.0001e-4]), { file: 'id.mdm' })).toEqual([
      expect.stringMatching(/^id\.mdm:18: 2 points of id of curve \S+ are at the compliance 0\.0001 that the file states/u),
    ]);
  });

  it('finds equal largest readings at an end of the sweep', async () => {
    expect(await remarks(heading + rows([1e-6, 2e-6, 4e-2, 4e-2, 4e-2]))).toEqual([expect.stringMatching(/^id\.csv:6: 3 equal largest readings of id \(0\.04\)/u)]);
    expect(await remarks(heading + rows([4e-2, 4e-2, 4e-2, 2e-6, 1e-6]))).toEqual([expect.stringMatching(/^id\.csv:4: 3 equal/u)]);
  });

  it('finds nearly equal ones at a round number', async () => {
    expect(await remarks(heading + rows([1e-6, 2e-6, 1.00001e-3, 1.00002e-3, 1e-3]))).toEqual([expect.stringMatching(/^id\.csv:6: 3 nearly equal largest readings/u)]);
    expect(await remarks(heading + rows([1e-6, 2e-6, 3.70001e-3, 3.70002e-3, 3.7e-3]))).toEqual([]);
  });

  it.each([['two', [1e-6, 2e-6, 3e-6, 3e-6]], ['a curve that is flat everywhere', [2e-6, 2e-6, 2e-6, 2e-6]], ['smaller ones', [5e-6, 4e-6, 1e-6, 1e-6, 1e-6]]])('is silent about %s', async (_, currents) => {
    expect(await remarks(heading + rows(currents))).toEqual([]);
  });
});

describe('glitches', () => {
  const currents = (bend: (point: number, value: number) => number): number[] => Array.from({ length: 21 }, (_, point) => bend(point, 1e-11 * 10 ** (point / 4)));
  it('finds single readings that jump out of a smooth curve, over decades and in either direction', async () => {
    for (const factor of [0.5, 0.85, 1.2, 3]) {
      expect(await remarks(heading + rows(currents((point, value) => (point === 12 ? factor * value : value))))).toEqual([
        expect.stringMatching(/^id\.csv:16: id of curve \S+ jumps to \S+ here and back \(not scored, unless `metric: \{ doubtful: scored \}`\)/u),
      ]);
    }
  });

  it.each([
    ['a step, as where an instrument changes its range', (point: number, value: number) => (point > 10 ? 1.3 * value : value)],
    ['a kink', (point: number, value: number) => (point > 10 ? value * 1.4 ** (point - 10) : value)],
    ['noise', (point: number, value: number) => value * (1 + 0.05 * Math.sin(point * point * 7.3))],
    ['a hump of several points', (point: number, value: number) => value * (1 + 0.5 * Math.exp(-(((point - 10) / 1.5) ** 2)))],
    ['what lies below the floor', (point: number, value: number) => (point === 3 ? 3e-13 : point < 6 ? 1e-13 : value)],
  ])('is silent about %s', async (_, bend) => {
    expect(await remarks(heading + rows(currents(bend)))).toEqual([]);
  });
});

describe('sweeps', () => {
  const table = (points: readonly (readonly [number, number])[]): string => `vg (V),vd (V),id (A)\n${points.map(([vg, id]) => `${vg},1,${id}`).join('\n')}\n`;
  it.each([
    ['two sweeps that nothing tells apart', [[0.1, 1e-6], [0.2, 2e-6], [0.3, 3e-6], [0.1, 2e-6], [0.2, 4e-6]], /^id\.csv:5: vg of curve \S+ begins again near here, with other readings at 2 biases/u],
    ['both ways of a hysteresis', [[0.1, 1e-6], [0.2, 2e-6], [0.3, 3e-6], [0.2, 2.5e-6], [0.1, 2e-6]], /^id\.csv:5: vg of curve \S+ goes back from here on/u],
    ['a bias measured again', [[0.1, 1e-6], [0.2, 2e-6], [0.2, 2.1e-6], [0.3, 3e-6]], /^id\.csv:4: curve \S+ has 1 bias again with other readings/u],
    ['a point that is there twice', [[0.1, 1e-6], [0.2, 2e-6], [0.2, 2e-6]], /^id\.csv:4: 1 point of curve \S+ is there twice/u],
    ['a column that is not swept', [[0.1, 1e-6], [0.1, 2e-6], [0.1, 3e-6]], /^id\.csv:3: vg is the same at all 3 points/u],
  ] as const)('says %s', async (_, points, text) => {
    expect(await remarks(table(points))).toEqual([expect.stringMatching(text)]);
  });

  it.each([
    ['a falling sweep', table([[0.3, 3e-6], [0.2, 2e-6], [0.1, 1e-6]])], ['an order of its own', table([[0.3, 3e-6], [0.1, 1e-6], [0.2, 2e-6]])],
    ['rows with a second bias of their own', 'vg (V),vd (V),id (A)\n0.1,0.5,1e-6\n0.2,0.5,2e-6\n0.1,1,3e-6\n0.2,1,4e-6\n'],
  ])('is silent about %s', async (_, content) => expect(await remarks(content)).toEqual([]));
});

describe('sizes and biases', () => {
  it.each([['-999', -999], ['1e10', 1e10], ['250', 250]])('says that %s among microamperes is hardly a reading', async (_, value) => {
    expect(await remarks(heading + rows([...rising, value]))).toContainEqual(expect.stringMatching(/^id\.csv:9: id of curve \S+ is \S+ here, as at 1 of 6 points: if that means "no value"/u));
  });

  it('is silent about the currents of a power transistor', async () => {
    expect(await remarks(heading + rows([1e-9, 1, 40, 120, 300]))).toEqual([]);
  });

  it('says that the file was measured at another bias than the task states', async () => {
    expect(await remarks(`vg (V),vd (V),vb (V),id (A)\n0.1,1,-1,1e-6\n0.2,1,-1,2e-6\n`)).toEqual([expect.stringMatching(/^id\.csv:2: the file has vb = -1, the task v\(b\) = 0 for curve/u)]);
  });
});

it('does not repeat itself for every curve', async () => {
  const many = Array.from({ length: 9 }, (_, index) => rows(rising.map((id) => -id * (index + 1)), 0.2 + index / 10)).join('\n');
  const right = [1.5, 1.6].map((vd) => rows(rising, vd)).join('\n');
  const all = await remarks(`${heading}${many}\n${right}`);
  expect(all).toHaveLength(2);
  expect(all[1]).toContain('; and 7 more curves like this');
});
