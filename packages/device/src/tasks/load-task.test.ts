import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvospiceError, type Task } from '@evospice/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceRegistry } from '../testing/registry.ts';
import { loadTask } from './load-task.ts';
import { testbenchOf } from './testbench.ts';

const yaml = `schema: 1
id: t01
title: a test
device:
  kind: mosfet
  polarity: n
  vdd: 1.2
  terminals: [d, g, s, b]
model: {family: BSIM4, level: 54, simulator: ngspice-39, card: start.mod, name: start_nmos, type: nmos}
instances:
- id: W1_L1
  params: {w: 1.0e-06, l: 1.0e-06}
  info: {emitters: 8}
data:
- file: idvg.csv
  format: csv
  instance: W1_L1
  temp_c: 27.0
  curve: idvg
  sweep: vg
  bias: &bias {d: vd, g: vg, s: 0.0, b: vb}
  measure:
  - {col: id, node: d, kind: i}
  keep:
    vb: [-0.1, 0.1]
  split: train
- file: idvg.csv
  format: csv
  instance: W1_L1
  temp_c: 27.0
  curve: idvg
  sweep: vg
  bias: *bias
  measure:
  - {col: id, node: d, kind: i, floor: 2.0e-06}
  - {col: vg2, node: g, kind: v}
  keep:
    vb: [-9, -0.5]
  floor: 1.0e-06
  weight: 2
  split: validate
metric: {floor: 1.0e-10, comment: as usual}
tunables:
- {name: VTH0, init: 0.5, lo: 0.1, hi: 0.9, scale: lin}
- {name: u0, lo: 0.01, hi: 0.1, scale: log}
- {name: vsat, lo: 10000, hi: 1000000, scale: log}
notes: [first]
`;
const card = '* card\n.model start_nmos nmos\n+ level = 54 vth0 = 0.45\n+ u0 = 0.04 k1={a}\n';
const csv = `# sweep: vg
# block: vd, vb
# rows: 9
vg (V),vg2 (V),vd (V),vb (V),id (A)
0,0,0.05,-0,1e-9
0.5,0.5,0.05,-0,-1e-6
1,1,0.05,-0,2e-6
0,0,1.2,0,3e-9
0.5,0.5,1.2,0,3e-6
1,1,1.2,0,4e-6
0,0,1.2,-1,5e-9
0.5,0.5,1.2,-1,5e-7
1,1,1.2,-1,6e-6
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-task-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function load(files: { readonly yaml?: string; readonly card?: string; readonly csv?: string } = {}): Promise<Task> {
  writeFileSync(join(folder, 'task.yaml'), files.yaml ?? yaml);
  writeFileSync(join(folder, 'start.mod'), files.card ?? card);
  writeFileSync(join(folder, 'idvg.csv'), files.csv ?? csv);
  return loadTask(folder, deviceRegistry);
}

async function failure(files: Parameters<typeof load>[0]): Promise<EvospiceError> {
  try {
    await load(files);
  } catch (error) {
    if (EvospiceError.is(error)) return error;
    throw error;
  }
  throw new Error('the task was loaded');
}

const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('loadTask', () => {
  it('gives one curve for each entry and block that keep leaves rows of', async () => {
    const task = await load();
    expect(task.curves.map((curve) => [curve.id, curve.split, curve.x.length])).toEqual([
      ['W1_L1/idvg/vd=0.05,vb=0', 'train', 3],
      ['W1_L1/idvg/vd=1.2,vb=0', 'train', 3],
      ['W1_L1/idvg/vd=1.2,vb=-1', 'validate', 3],
    ]);
    const [first, , last] = task.curves;
    expect(first!.drives.map(({ terminal, quantity, values }) => [terminal, quantity, [...values]])).toEqual([
      ['d', 'v', [0.05, 0.05, 0.05]], ['g', 'v', [0, 0.5, 1]], ['s', 'v', [0, 0, 0]], ['b', 'v', [0, 0, 0]],
    ]);
    expect(first!.measured).toMatchObject([{ column: 'id', kind: 'i', node: 'd', floor: 1e-10 }]);
    expect([...first!.measured[0]!.values]).toEqual([1e-9, -1e-6, 2e-6]);
    expect(first!.source).toBe(`${join(folder, 'idvg.csv')}:4`);
    expect(first!.weight).toBe(1);
    expect(last!.weight).toBe(2);
    expect(task).toMatchObject({ id: 't01', origin: 'measured', source: folder, device: { thermalNode: false }, model: { card: { dialect: 'ngspice' }, level: 54 } });
    expect(task.instances[0]!.info).toEqual({ emitters: '8' });
  });

  it('takes a device that no table knows, by its own element, and libraries beside the task', async () => {
    const own = yaml.replace('kind: mosfet', 'kind: memristor\n  element: N').replace('instances:', 'osdi: [va/memristor.osdi]\ninstances:');
    const task = await load({ yaml: own });
    expect(task.device).toMatchObject({ kind: 'memristor', element: 'n', terminals: ['d', 'g', 's', 'b'] });
    expect(testbenchOf(task).libraries).toEqual([join(folder, 'va/memristor.osdi')]);
  });

  it('refuses a kind that no table knows without an element, with the nearest', async () => {
    const error = await failure({ yaml: yaml.replace('kind: mosfet', 'kind: mosfett') });
    expect(error).toMatchObject({ code: 'TASK_REFERENCE', received: 'mosfett', line: 5, remedy: 'did you mean "mosfet"?' });
  });

  it('takes the floor of a measurement, else of its entry, else of the task; a voltage without its own is not scored', async () => {
    const withoutOwn = await load({ yaml: yaml.replace(', floor: 2.0e-06', '') });
    const own = await load();
    expect(own.curves[2]!.measured.map((vector) => vector.floor)).toEqual([2e-6, Number.MAX_VALUE]);
    expect(withoutOwn.curves[2]!.measured[0]!.floor).toBe(1e-6);
    expect(withoutOwn.curves[0]!.measured[0]!.floor).toBe(1e-10);
  });

  it('starts a tunable at init, else at its value on the card, else in the middle of its bounds, and says so', async () => {
    const task = await load();
    expect(task.tunables.map(({ name, start }) => [name, start])).toEqual([['vth0', 0.5], ['u0', 0.04], ['vsat', expect.closeTo(1e5, 6)]]);
    expect([...task.notes, ...task.remarks ?? []]).toEqual(['first', expect.stringContaining('vsat is not on the starting card')]);
    expect(task.tunables[0]).toMatchObject({ unit: 'V', group: 'threshold', role: expect.stringContaining('threshold voltage') });
    const { card: started, parameters, curves } = testbenchOf(task);
    expect(parameters).toEqual(['vth0', 'u0', 'vsat']);
    expect(parameters.map((name) => started.value(name))).toEqual([0.5, 0.04, expect.closeTo(1e5, 6)]);
    expect(curves).toHaveLength(3);
    expect(testbenchOf(task, ['train']).curves).toHaveLength(2);
  });

  it('takes a current as bias, and names it in the id', async () => {
    const forced = csv.replaceAll('vb (V)', 'ib (A)').replace('# block: vd, vb', '# block: vd, ib');
    const task = await load({ csv: forced, yaml: yaml.replace('b: vb}', 'b: {col: ib, force: i}}').replaceAll('    vb: [', '    ib: [') });
    expect(task.curves[2]!.drives[3]).toMatchObject({ terminal: 'b', quantity: 'i' });
    expect(task.curves[2]!.id).toBe('W1_L1/idvg/vd=1.2,ib=-1');
  });

  const bad: [string, Parameters<typeof load>[0], string, string, number | RegExp, RegExp?][] = [
    ['a misspelt key', { yaml: yaml.replace('temp_c', 'temp_C') }, 'CONFIG_INVALID', 'task.yaml', 18, /did you mean "temp_c"/],
    ['an unknown key', { yaml: `${yaml}extra_key: 1\n` }, 'CONFIG_INVALID', 'task.yaml', yaml.split('\n').length],
    ['a wrong type', { yaml: yaml.replace('lo: 0.1', 'lo: low') }, 'CONFIG_INVALID', 'task.yaml', /VTH0/],
    ['a NaN in the YAML', { yaml: yaml.replace('lo: 0.1', 'lo: .nan') }, 'CONFIG_INVALID', 'task.yaml', /VTH0/],
    ['a scale that does not exist', { yaml: yaml.replace('scale: lin', 'scale: linn') }, 'CONFIG_INVALID', 'task.yaml', /VTH0/, /lin/],
    ['broken YAML', { yaml: yaml.replace('notes: [first]', 'notes: [first') }, 'CONFIG_SYNTAX', 'task.yaml', /notes|$/],
    ['a column that does not exist', { yaml: yaml.replace('{col: id, node: d, kind: i}', '{col: idd, node: d, kind: i}') }, 'TASK_COLUMN', 'task.yaml', /col: id,/, /did you mean "id"/],
    ['a column in the wrong case', { yaml: yaml.replace('sweep: vg', 'sweep: VG') }, 'TASK_COLUMN', 'task.yaml', /sweep/, /did you mean "vg"/],
    ['a bias column that does not exist', { yaml: yaml.replace('d: vd,', 'd: vdd,') }, 'TASK_COLUMN', 'task.yaml', /bias: &bias/, /did you mean "vd"/],
    ['a keep column that does not exist', { yaml: yaml.replace('vb: [-9', 'vbb: [-9') }, 'TASK_COLUMN', 'task.yaml', /\[-9/],
    ['a current taken for a voltage', { yaml: yaml.replace('d: vd,', 'd: id,') }, 'TASK_UNIT', 'task.yaml', /bias: &bias/],
    ['a voltage taken for a current', { yaml: yaml.replace('{col: id, node: d, kind: i}', '{col: vg2, node: d, kind: i}') }, 'TASK_UNIT', 'task.yaml', /col: id, node: d, kind: i}/],
    ['a keep that leaves nothing', { yaml: yaml.replace('[-9, -0.5]', '[5, 9]') }, 'TASK_EMPTY', 'task.yaml', lineOf(yaml, '[-9, -0.5]') - 1],
    ['a keep with swapped ends', { yaml: yaml.replace('[-9, -0.5]', '[-0.5, -9]') }, 'CONFIG_INVALID', 'task.yaml', /\[-9/],
    ['an unknown instance', { yaml: yaml.replace('instance: W1_L1', 'instance: W1_L2') }, 'TASK_REFERENCE', 'task.yaml', 17, /W1_L1/],
    ['an unknown terminal', { yaml: yaml.replace('node: d, kind: i}', 'node: c, kind: i}') }, 'TASK_REFERENCE', 'task.yaml', /node: d, kind: i}/],
    ['a terminal that is not driven', { yaml: yaml.replace(', b: vb}', '}') }, 'TASK_REFERENCE', 'task.yaml', /bias: &bias/],
    ['an unknown format', { yaml: yaml.replace('format: csv', 'format: cvs') }, 'CONFIG_INVALID', 'task.yaml', /format/, /csv/],
    ['a sign that a terminal obeys, in the title', { yaml: yaml.replace(/^title: .*$/mu, 'title: "a\\e[2Jb"') }, 'CONFIG_INVALID', 'task.yaml', /^title/],
    ['a line break in the kind of a curve', { yaml: yaml.replace(/curve: idvg/u, 'curve: "id\\nvg"') }, 'CONFIG_INVALID', 'task.yaml', /curve: /],
    ['a missing file', { yaml: yaml.replace('file: idvg.csv', 'file: idvd.csv') }, 'TASK_MISSING', 'task.yaml', /file: idvg/],
    ['a capacitance without frequency', { yaml: yaml.replace('{col: id, node: d, kind: i}', '{col: id, kind: c, hi: [g], lo: [s]}') }, 'TASK_REFERENCE', 'task.yaml', /col: id, node: d, kind: i}/],
    ['a current without node', { yaml: yaml.replace('{col: id, node: d, kind: i}', '{col: id, kind: i}') }, 'CONFIG_INVALID', 'task.yaml', /col: id, node: d, kind: i}/],
    ['a start outside the bounds', { yaml: yaml.replace('init: 0.5', 'init: 1.5') }, 'TASK_TUNABLE', 'task.yaml', /VTH0/],
    ['a start on the card outside the bounds', { card: card.replace('u0 = 0.04', 'u0 = 0.4') }, 'TASK_TUNABLE', 'task.yaml', /name: u0/],
    ['an expression as start', { yaml: yaml.replace('name: vsat', 'name: k1') }, 'TASK_TUNABLE', 'task.yaml', /name: vsat/],
    ['bounds that are not an interval', { yaml: yaml.replace('lo: 0.1, hi: 0.9', 'lo: 0.9, hi: 0.1') }, 'TASK_TUNABLE', 'task.yaml', /VTH0/],
    ['a log scale through zero', { yaml: yaml.replace('lo: 0.01', 'lo: 0.0') }, 'TASK_TUNABLE', 'task.yaml', /name: u0/],
    ['a tunable twice', { yaml: yaml.replace('name: u0', 'name: vth0') }, 'TASK_REFERENCE', 'task.yaml', /name: u0/],
    ['another model type', { yaml: yaml.replace('type: nmos', 'type: pmos') }, 'TASK_MODEL', 'task.yaml', /model:/],
    ['another level', { yaml: yaml.replace('level: 54', 'level: 8') }, 'TASK_MODEL', 'task.yaml', /model:/],
    ['a model that is not on the card', { card: card.replace('start_nmos', 'other') }, 'CARD_MODEL_MISSING', 'start.mod', 1],
    ['NaN in the data', { csv: csv.replace('3e-6', 'NaN') }, 'DATASET_NUMBER', 'idvg.csv', 9],
    ['a missing unit', { csv: csv.replace('id (A)', 'id') }, 'DATASET_UNIT', 'idvg.csv', 4],
    ['a truncated file', { csv: csv.split('\n').slice(0, 10).join('\n') }, 'DATASET_TRUNCATED', 'idvg.csv', 10],
  ];

  it.each(bad)('refuses %s and says where', async (_, files, code, file, line, remedy) => {
    const error = await failure(files);
    expect(error.code, error.describe()).toBe(code);
    expect(error.file).toBe(join(folder, file));
    const expected = typeof line === 'number' ? [line] : yaml.split('\n').flatMap((text, index) => (line.test(text) ? [index + 1] : []));
    expect(expected, error.describe()).toContain(error.line);
    expect(error.expected).toBeTruthy();
    if (remedy !== undefined) expect(error.describe()).toMatch(remedy);
  });

  it('leaves out points that the instrument marked, and says how many and where', async () => {
    const task = await load({ csv: csv.replace('2e-6', '199.999E+99').replace('4e-6', 'C') });
    expect(task.curves.slice(0, 2).map(({ x, measured }) => [[...x], [...measured[0]!.values]])).toEqual([[[0, 0.5], [1e-9, -1e-6]], [[0, 0.5], [3e-9, 3e-6]]]);
    expect(task.remarks).toContainEqual(expect.stringMatching(/^idvg\.csv: 2 points are left out.*line 7: 1 cell of column id holds a mark \(overflow, first 199\.999E\+99\)/));
    expect((await failure({ csv: csv.replace(/,[^,]*e-\d$/gm, ',9.91E+37') })).message).toContain('a mark in place of a value');
  });

  it('reads a task\'s files in UTF-16', async () => {
    const whole = await load();
    writeFileSync(join(folder, 'start.mod'), Buffer.from(`\uFEFF${card}`, 'utf16le'));
    writeFileSync(join(folder, 'idvg.csv'), Buffer.from(`\uFEFF${csv}`, 'utf16le'));
    const task = await loadTask(folder, deviceRegistry);
    expect(task.curves).toEqual(whole.curves);
    expect(task.model.card.toString()).toBe(card);
  });

  it.each(['\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029', ' ', ';', '\u0000'])('refuses %j in every name that reaches a simulator', async (sign) => {
    const word = (name: string): string => JSON.stringify(`${name}${sign}.control`);
    for (const changed of [
      yaml.replace('{w: 1.0e-06,', `{${word('w')}: 1.0e-06,`), yaml.replace('name: VTH0', `name: ${word('vth0')}`), yaml.replace('[d, g, s, b]', `[${word('d')}, g, s, b]`),
      yaml.replace('node: d, kind', `node: ${word('d')}, kind`), yaml.replace('name: start_nmos', `name: ${word('start_nmos')}`),
      yaml.replace('type: nmos', `type: ${word('nmos')}`), yaml.replace('{d: vd,', `{${word('d')}: vd,`),
    ]) {
      if (sign === ' ' && changed.includes('type: "')) continue;
      expect((await failure({ yaml: changed })).code).toBe('CONFIG_INVALID');
    }
  });

  it('reads numbers with SPICE suffixes, and refuses a capital M', async () => {
    const task = await load({ yaml: yaml.replace('{w: 1.0e-06, l: 1.0e-06}', '{w: 10u, l: 0.13u}').replace('lo: 10000, hi: 1000000', 'lo: 10k, hi: 1meg') });
    expect(task.instances[0]!.params).toEqual({ w: expect.closeTo(1e-5, 12), l: expect.closeTo(1.3e-7, 14) });
    expect(task.tunables[2]).toMatchObject({ lower: 1e4, upper: 1e6 });
    const error = await failure({ yaml: yaml.replace('hi: 1000000', 'hi: 1M') });
    expect([error.code, error.line]).toEqual(['CONFIG_INVALID', lineOf(yaml, 'name: vsat')]);
    expect(error.describe()).toContain('"1M" is not a number');
  });

  it('accepts any column as sweep', async () => {
    expect([...(await load({ yaml: yaml.replaceAll('sweep: vg', 'sweep: vg2') })).curves[0]!.x]).toEqual([0, 0.5, 1]);
  });

  it('names the file and folder that is not there', async () => {
    await expect(loadTask(join(folder, 'nowhere'), deviceRegistry)).rejects.toMatchObject({ code: 'TASK_MISSING' });
    await expect(loadTask(folder, deviceRegistry)).rejects.toMatchObject({ code: 'TASK_MISSING' });
  });

  it('keeps ids apart and refuses the same one twice', async () => {
    const ids = (first: string): string => yaml.replace('  split: train', `  split: train\n  ids: [${first}, b]`);
    expect((await load({ yaml: ids('a') })).curves.map((curve) => curve.id)).toEqual(['a', 'b', 'W1_L1/idvg/vd=1.2,vb=-1']);
    expect((await failure({ yaml: ids('b') })).message).toContain('two curves are called b');
    expect((await failure({ yaml: ids('a, c') })).message).toContain('ids names 3');
  });

  it('does not lose its line numbers in an alias', async () => {
    const error = await failure({ yaml: yaml.replace('node: g, kind: v', 'node: x, kind: v') });
    expect(error.line).toBe(lineOf(yaml, 'node: g, kind: v'));
  });
});
