import { EvospiceError } from '@evospice/contracts';
import { devicePlugin } from '@evospice/device';
import { createRegistry } from '@evospice/kernel';
import { measuredFile, readersPlugin } from '@evospice/readers';
import { expect, it } from 'vitest';
import type { ImportOptions } from './import-options.ts';
import { importTask } from './import-task.ts';
import { refuse, type Ask, type Question } from './question.ts';
import { taskText } from './write/task-text.ts';

const registry = createRegistry([devicePlugin, readersPlugin]);
const nothing: ImportOptions = { columns: { bias: {}, measure: {}, unit: {}, negate: [] }, temperature: [], geometry: [], split: 'auto', seed: 1 };

async function imported(files: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}, ask: Ask = refuse) {
  const reader = registry.create('DatasetReader', 'csv');
  const inputs = await Promise.all(Object.entries(files).map(async ([name, text]) => ({ name, target: `raw/${name}`, format: 'csv', dataset: await reader.read(measuredFile(name, new TextEncoder().encode(text))) })));
  return importTask(inputs, { ...nothing, ...options }, { registry, ask, libraryPath: (file) => file });
}

/** Answers in place of a person, and what was asked. */
function person(answers: Readonly<Record<string, string>>): { readonly ask: Ask; readonly asked: Question[] } {
  const asked: Question[] = [];
  return { asked, ask: async (question) => {
    asked.push(question);
    const answer = answers[question.option];
    if (answer === undefined) throw new EvospiceError('TEST_ANSWER', `nobody expects ${question.option}`);
    return answer;
  } };
}

const turned = 'VG,VD,ID\n0,1,-1\n0.5,1,-20\n1,1,-80\n1.2,1,-200\n';

it('asks for what the file does not say, each once, and no more', async () => {
  const { ask, asked } = person({ '--device': 'mosfet', '--unit': 'uA', '--negate': 'ID', '--geometry': '10u' });
  const { proposal } = await imported({ 'a.csv': turned }, {}, ask);
  expect(asked.map(({ option, text }) => `${option} ${text}`)).toEqual([
    '--device which kind of device was measured', '--unit which unit column ID is in', expect.stringContaining('--negate which way ID is counted'),
    '--geometry how wide the device is (all fingers together)', '--geometry how long the channel is',
  ]);
  expect(proposal.entries[0]).toMatchObject({ columns: { ID: { unit: 'uA', scale: -1 }, VG: { unit: 'V' } }, bias: { d: 'VD', g: 'VG', s: 0, b: 0 } });
  expect(asked.find(({ option }) => option === '--unit')!.check!('V')).toContain('a unit of A');
  expect(asked.find(({ option }) => option === '--geometry')!.check!('wide')).toContain('a length such as');
});

it('asks nothing where the options say it', async () => {
  const options: Partial<ImportOptions> = { kind: 'mosfet', columns: { bias: {}, measure: {}, unit: { ID: 'uA' }, negate: ['ID'] }, geometry: [{ value: { w: 1e-5, l: 1e-5 } }] };
  expect((await imported({ 'a.csv': turned }, options)).proposal.instances).toEqual([{ id: 'W10u_L10u', params: { w: 1e-5, l: 1e-5 } }]);
});

it('takes an answer that stops at its word', async () => {
  await expect(imported({ 'a.csv': turned }, { kind: 'mosfet', columns: { ...nothing.columns, unit: { ID: 'uA' } } }, person({ '--negate': '' }).ask)).rejects.toMatchObject({ code: 'USAGE_IMPORT', message: 'ID has the wrong sign for a current into d' });
});

it('doubts a current that no transistor of that width has', async () => {
  const { proposal: { assumptions } } = await imported({ 'a.csv': turned.replaceAll(',-', ',') }, { kind: 'mosfet', columns: { ...nothing.columns, unit: { ID: 'mA' } }, geometry: [{ value: { w: 1e-6, l: 1e-6 } }] });
  expect(assumptions).toContainEqual(expect.stringMatching(/the largest ID is 0\.2 A, 200 mA per micrometre of width/));
});

const family = (sweep: (gate: number, drain: number) => number): string => `vg (V),vd (V),id (A)\n${[0.1, 0.5, 1].flatMap((drain) => [0, 0.3, 0.6, 0.9, 1.2].map((gate) => `${gate},${drain},${sweep(gate, drain)}`)).join('\n')}\n`;
const square = (gate: number, drain: number): number => 1e-9 + 1e-4 * Math.max(0, gate - 0.3) ** 2 * Math.min(1, drain);

it.each([
  ['the geometries that lie between others, of four', { 'w1u_l1u.csv': 'L1u', 'w1u_l2u.csv': 'L2u', 'w1u_l3u.csv': 'L3u', 'w1u_l9u.csv': 'L9u' }, 'auto', /the geometry L[23]u/],
  ['a temperature that is not the nominal one', { 'w1u_l1u_-40C.csv': '', 'w1u_l1u_27C.csv': '', 'w1u_l1u_85C.csv': '', 'w1u_l1u_125C.csv': '' }, 'auto', /the curves at 85 degrees/],
  ['an inner bias of every file', { 'w1u_l1u.csv': '' }, 'auto', /vd = 0\.5 of w1u_l1u\.csv/],
  ['an inner bias where that is asked for', { 'w1u_l1u_27C.csv': '', 'w1u_l1u_85C.csv': '', 'w1u_l1u_125C.csv': '' }, 'bias', /vd = 0\.5 of w1u_l1u_27C\.csv; vd = 0\.5 of/],
  ['nothing where that is asked for', { 'w1u_l1u.csv': '' }, 'none', /Nothing is held out of the fit, as was asked for/],
] as const)('holds out %s', async (_, files, split, note) => {
  const { proposal } = await imported(Object.fromEntries(Object.keys(files).map((name) => [name, family(square)])), { kind: 'mosfet', split });
  expect(proposal.splitNote).toMatch(note);
  expect(proposal.entries.some((entry) => entry.split === 'validate')).toBe(split !== 'none');
});

it('proposes what the curves can show: temperatures, lengths and body biases bring their parameters', async () => {
  const names = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => (await imported(files, { kind: 'mosfet' })).proposal.tunables.tunables.map(({ name }) => name);
  const one = await names({ 'w1u_l1u.csv': family(square) });
  expect(one).not.toEqual(expect.arrayContaining(['kt1']));
  const warm = await names({ 'w1u_l1u_27C.csv': family(square), 'w1u_l1u_85C.csv': family(square) });
  expect(warm.filter((name) => !one.includes(name))).toEqual(['kt1', 'ute', 'at']);
  const long = await names({ 'w1u_l1u.csv': family(square), 'w1u_l9u.csv': family(square) });
  expect(long.filter((name) => !one.includes(name))).toEqual(['dvt0', 'dvt1', 'lpe0']);
});

it('never takes the small readings of a gate current for a current that was set', async () => {
  const text = 'GateI (A),GateV (V),DrainI (A),DrainV (V)\n1e-12,0,1e-10,1\n1e-12,0.5,2e-7,1\n1e-12,1,3e-5,1\n2e-12,1.2,8e-5,1\n';
  const { proposal, unused } = await imported({ 'k.csv': text }, { kind: 'mosfet', geometry: [{ value: { w: 1e-5, l: 1e-6 } }] });
  expect(proposal.entries[0]).toMatchObject({ sweep: 'GateV', curve: 'idvg', bias: { g: 'GateV', d: 'DrainV' } });
  expect(unused).toEqual({ 'k.csv': ['GateI'] });
});

it('writes text that says the same again, with names that need quotation marks', async () => {
  const { proposal } = await imported({ 'my "file": 1.csv': 'Gate V (V),Drain: V (V),id (A)\n0,1,1e-9\n1,1,1e-5\n' }, {
    kind: 'mosfet', columns: { ...nothing.columns, bias: { g: 'Gate V', d: 'Drain: V' } }, geometry: [{ value: { w: 1e-5, l: 1.3e-7 } }], title: 'a: "b" # c',
  });
  const { parse } = await import('yaml');
  expect(parse(taskText(proposal))).toMatchObject({
    title: 'a: "b" # c', instances: [{ params: { w: 1e-5, l: 1.3e-7 } }], data: [{ file: 'raw/my "file": 1.csv', bias: { d: 'Drain: V', g: 'Gate V', s: 0, b: 0 } }], tunables: expect.arrayContaining([expect.objectContaining({ name: 'vth0' })]),
  });
});
