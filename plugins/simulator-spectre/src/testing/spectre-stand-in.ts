import type { StandIn, StandInEnd, StandInJob, StandInResult, StandInTools } from '@evospice/testkit';
import { psfAscii } from './psf-ascii.ts';

/** Spectre's primitives as ngspice has them, by the `type` parameter. */
const primitives: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bsim4: { n: 'nmos level=54', p: 'pmos level=54' }, bsim3v3: { n: 'nmos level=8', p: 'pmos level=8' },
  diode: { '': 'd' }, bjt: { npn: 'npn', pnp: 'pnp' }, jfet: { n: 'njf', p: 'pjf' },
};
const banner = 'Cadence (R) Virtuoso (R) Spectre (R) Circuit Simulator\nVersion 23.1.0.242.isr1 64bit\n';
/** Elements without a model: letter, value and the other parameters they may have. */
const elements: Readonly<Record<string, readonly [letter: string, value: string, others: readonly string[]]>> = {
  resistor: ['r', 'r', ['tc1', 'tc2', 'm', 'trise']], capacitor: ['c', 'c', ['tc1', 'tc2', 'm', 'trise']], inductor: ['l', 'l', ['m']],
  vcvs: ['e', 'gain', []], vccs: ['g', 'gm', ['m']], cccs: ['f', 'gain', ['m']], ccvs: ['h', 'rm', []],
};
let format = '';

/** Spectre, in its own case-sensitive language; drives are expressions of a netlist parameter. */
const spectre: StandIn = {
  version: (args) => (args.join(' ') === '-V' ? '@(#)$CDS: spectre  version 23.1.0 64bit 04/15/2025 (csvcm36c-1) $\n' : undefined),
  read(args, read, tools) {
    const match = /^deck\.scs -format (nutbin|psfascii) -raw result\.raw \+log spectre\.log$/.exec(args.join(' '));
    if (match === null) throw new Error(`command line: ${args.join(' ')}`);
    format = match[1] as string;
    return readDeck(joined(read('deck.scs')), tools);
  },
  finish: (jobs, results, _, tools) => leave(jobs, results, tools),
  licence: {
    stdout: `${banner}\nFATAL (SPECTRE-209): Cannot run the simulation because the required license could not be checked out.\n`,
    files: { 'spectre.log': `${banner}\nFATAL (SPECTRE-209): Cannot run the simulation because the required license could not be checked out.\n` }, code: 1,
  },
  netlistError: (message) => ({ stdout: `${banner}\nError found by spectre during circuit read-in.\n    ERROR (SFE-23): "deck.scs" 5: ${message}\nspectre terminated prematurely due to fatal error.\n`, code: 1 }),
};
export default spectre;

function joined(text: string): readonly string[] {
  const statements: string[] = [];
  for (const line of text.split('\n').map((each) => each.replace(/\/\/.*$/, '').replaceAll(/\s*=\s*/g, '=').trimEnd())) {
    if (line.trim() === '') continue;
    if (line.startsWith('+')) statements[statements.length - 1] += ` ${line.slice(1).trim()}`;
    else statements.push(line.trim());
  }
  return statements;
}

interface Reading {
  readonly sources: { readonly name: string; readonly kind: string; readonly nodes: readonly string[]; readonly dc: string; readonly mag: string | undefined }[];
  readonly devices: string[];
  readonly jobs: { readonly model: string; readonly analysis: 'dc' | 'ac'; readonly values: readonly number[] }[];
  parameter: string;
  temperature: string | undefined;
  save: string[];
}

function readDeck(statements: readonly string[], tools: StandInTools): readonly StandInJob[] {
  const reading: Reading = { sources: [], devices: [], jobs: [], parameter: '', temperature: undefined, save: [] };
  const models = new Map<string, string>();
  if (statements[0] !== 'simulator lang=spectre') throw new Error('the language is not stated');
  for (const statement of statements.slice(1)) {
    const [word = '', ...words] = statement.split(/\s+/);
    if (word === 'global' || statement === '}' || (words[0] === 'altergroup' && words[1] === '{')) continue;
    if (word === 'parameters') [, reading.parameter = ''] = /^(\w+)=0$/.exec(words[0] ?? '') ?? [];
    else if (word === 'model') {
      const text = modelOf(words, tools);
      // An altergroup replaces models by their names.
      const name = text.split(' ')[1]!;
      models.set(name, text);
    }
    else if (word === 'save') reading.save = words;
    else if (words[0] === 'options') ({ temp: reading.temperature } = tools.pairs(words.slice(1), ['save']));
    else if (words[0] === 'dc' || words[0] === 'ac') reading.jobs.push({ model: [...models.values()].join('\n'), analysis: words[0], values: sweepOf(words, reading.parameter, tools) });
    else place(statement, reading, tools);
  }
  if (reading.temperature === undefined || reading.save.length === 0 || reading.jobs.length === 0) throw new Error('incomplete netlist');
  return reading.jobs.map((job) => jobOf(job, reading, tools));
}

function modelOf([name, primitive = '', ...params]: readonly string[], tools: StandInTools): string {
  const { type = '', ...values } = tools.pairs(params, ['type']);
  const own = primitives[primitive]?.[type];
  if (own === undefined) throw new Error(`no primitive ${primitive} of type "${type}"`);
  return [`.model ${name} ${own}`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n+ ');
}

function sweepOf([kind, ...words]: readonly string[], parameter: string, tools: StandInTools): readonly number[] {
  const { param, start, stop, step, values } = tools.pairs(words, ['param', 'values']);
  if (kind === 'dc' && param !== parameter) throw new Error(`no parameter ${param}`);
  const list = /^\[(.*)\]$/.exec(values ?? '')?.[1];
  if (list !== undefined) return list.split(/[\s,]+/).map(tools.number);
  const [from, to, by] = [start, stop, step].map((text) => tools.number(text ?? ''));
  if (from === undefined || to === undefined || by === undefined || !(by > 0)) throw new Error('no sweep');
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);
}

function place(statement: string, reading: Reading, tools: StandInTools): void {
  const [, name, nodes = '', master, rest = ''] = /^(\w+) \(([\w ]+)\) (\w+)(?: (.*))?$/.exec(statement) ?? [];
  if (name === undefined) throw new Error(`not understood: ${statement}`);
  if (master === 'vsource' || master === 'isource') {
    // A multiplier of a current source is not part of the expression.
    const [, mag, dc = '', m] = /^type=dc(?: mag=(\S+))? dc=(.*?)(?: m=(\S+))?$/.exec(rest) ?? [];
    if (dc === '') throw new Error(`no value: ${statement}`);
    reading.sources.push({ name, kind: master, nodes: nodes.split(' '), dc: `${dc.replaceAll(' ', '')}${m === undefined ? '' : `*${tools.number(m)}`}`, mag });
  } else if (master !== undefined && Object.hasOwn(elements, master)) reading.devices.push(elementOf(name, nodes, master, rest, tools));
  else {
    tools.pairs(rest === '' ? [] : rest.split(' '));
    reading.devices.push(`${name} ${nodes} ${master} ${rest}`);
  }
}

function elementOf(name: string, nodes: string, master: string, rest: string, tools: StandInTools): string {
  const [letter, own, others] = elements[master]!;
  if (!name.startsWith(letter)) throw new Error(`${name} would not be told from other elements`);
  const { [own]: value, probe, ...params } = tools.pairs(rest.split(' '), ['probe']);
  const odd = Object.keys(params).find((key) => !others.includes(key));
  if (value === undefined || odd !== undefined) throw new Error(`${master} ${name}: ${odd ?? `no ${own}`}`);
  const settings = Object.entries(params).map(([key, number]) => `${key === 'trise' ? 'dtemp' : key}=${number}`);
  return [name, nodes, ...(probe === undefined ? [] : [probe]), value, ...settings].join(' ');
}

/** Values of an expression at each value of the parameter. Its operators are those of JavaScript. */
function evaluate(expression: string, parameter: string, values: readonly number[]): readonly number[] {
  if (/[^\w.+\-*()<?:]/.test(expression)) throw new Error(`an operator in ${expression}`);
  // oxlint-disable-next-line typescript/no-implied-eval -- an arithmetic expression that was looked at above
  const compute = new Function(parameter, `return ${expression}`) as (value: number) => number;
  return values.map((value) => compute(value));
}

function jobOf({ model, analysis, values }: Reading['jobs'][number], { sources, devices, parameter, temperature, save }: Reading, tools: StandInTools): StandInJob {
  const lines = sources.map(({ name, kind, nodes, dc, mag }) => {
    const letter = kind === 'vsource' ? 'v' : 'i';
    if (!name.startsWith(letter)) throw new Error(`${name} would not be told from other elements`);
    if (analysis === 'ac' || !dc.includes(parameter)) return `${name} ${nodes.join(' ')} ${evaluate(dc, parameter, [0])[0]}${mag === undefined ? '' : ` ac ${mag}`}`;
    const list = evaluate(dc, parameter, values).map((value, at) => `${at}, ${value}`);
    const pairs = list.length === 1 ? [...list, list[0]?.replace('0,', '1,')] : list;
    return `b${name} ${nodes.join(' ')} ${letter}=pwl(v(counted),\n+ ${pairs.join(',\n+ ')})`;
  });
  return {
    lines: [model, 'vcounter counted 0 0', ...lines, ...devices], temperatureC: tools.number(temperature ?? ''),
    analysis: analysis === 'ac' ? { kind: 'ac', frequency: values[0] as number } : { kind: 'dc', source: 'vcounter', from: 0, to: values.length - 1, step: 1 },
    saves: save.map((name) => (name.endsWith(':p') ? `i(${name.slice(0, -2)})` : `v(${name})`)),
  };
}

function leave(jobs: readonly StandInJob[], results: readonly StandInResult[], tools: StandInTools): StandInEnd {
  const said = [banner];
  const plots: Uint8Array[] = [];
  const files: Record<string, string | Uint8Array> = {};
  let errors = 0;
  for (const [index, result] of results.entries()) {
    const { analysis } = jobs[index] as StandInJob;
    said.push(...result.unknown.map((name) => `    WARNING (SFE-30): "deck.scs" 6: evodut: \`${name}' is not a valid parameter for an instance of \`evodut'. Ignored.`));
    if (result.fatal !== undefined) said.push(`    FATAL (CMI-2440): evodut: parameter must be positive: ${result.fatal}`);
    else if (!result.complete) said.push(`Error found by spectre during DC analysis \`c${index}'.`, '    ERROR (SPECTRE-16080): No DC solution found (no convergence).');
    if (!result.complete) errors += 1;
    const columns = tools.columnsOf(result).map(([name, values]) => ({ name: /^i\((\w+)\)$/.exec(name)?.[1]?.concat(':p') ?? name.slice(2, -1), current: name.startsWith('i'), ...values }));
    const axis = analysis.kind === 'ac' ? [analysis.frequency] : Array.from({ length: result.points }, (_, point) => point);
    const sweep = analysis.kind === 'ac' ? 'freq' : 'point';
    if (format === 'psfascii') files[`result.raw/c${index}.${analysis.kind}`] = psfAscii(`c${index}`, analysis.kind, [sweep, axis], columns, tools);
    else plots.push(tools.rawFile({
      head: index === 0 ? 'Title: // evospice\nDate: 9:40:00 PM, Sat Jun 12, 2021\n' : '', style: 'spectre', encoding: 'big-endian',
      plotName: analysis.kind === 'ac' ? `AC Analysis \`c${index}': freq = (1 Hz -> 1 GHz)` : `DC Analysis \`c${index}': point = (0 -> ${result.points - 1})`,
      variables: [analysis.kind === 'ac' ? ['freq', 'Hz'] : [axis.length === 1 ? 'dummy' : sweep, 'sweep'], ...columns.map(({ name, current }) => [name, `${current ? 'A' : 'V'} plot=0 grid=0`] as const)],
      real: [axis, ...columns.map(({ real }) => real)], ...(analysis.kind === 'ac' ? { imaginary: [axis.map(() => 0), ...columns.map(({ imaginary = [] }) => imaginary)] } : {}),
    }));
  }
  if (format === 'nutbin') files['result.raw'] = Buffer.concat(plots);
  said.push(`spectre completes with ${errors} errors, 0 warnings, and 1 notice.`, '');
  files['spectre.log'] = said.join('\n');
  return { stdout: said.join('\n'), files, code: errors === 0 ? 0 : 1 };
}
