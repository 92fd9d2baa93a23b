import type { StandIn, StandInEnd, StandInJob, StandInResult, StandInTools } from '@evospice/testkit';

/** Levels of models that ngspice has under another number (Xyce Reference Guide, device tables). */
const levels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nmos: { 9: '49', 14: '54', 54: '54', 70: '58' }, pmos: { 9: '49', 14: '54', 54: '54', 70: '58' }, npn: { 1: '1', 11: '4', 12: '4' }, pnp: { 1: '1', 11: '4', 12: '4' },
};

const banner = '\n*****\n***** Welcome to the Xyce(TM) Parallel Electronic Simulator\n***** This is version Xyce Release 7.8.0-opensource\n*****\n';
let output = { format: '', file: '' };

/** Xyce, from its Reference Guide and its regression suite's reference files. */
const xyce: StandIn = {
  version: (args) => (args.length === 1 && args[0] === '-v' ? 'Xyce Release 7.8.0-opensource\n' : undefined),
  read(args, read, tools) {
    if (args.length !== 1 || args[0] !== 'deck.cir') throw new Error(`command line: ${args.join(' ')}`);
    const [title, ...rest] = read('deck.cir').split('\n');
    if (title === undefined || !title.startsWith('*')) throw new Error('no title');
    return [readDeck(tools.statements(rest.join('\n'), /^\s*[*;]/), tools)];
  },
  finish: ([job], [result], args, tools) => leave(job as StandInJob, result as StandInResult, args, tools),
  netlistError: (message) => ({ stdout: `${banner}\nNetlist error in file deck.cir at or near line 1\n ${message}\n*** Xyce Abort ***\n`, code: 1 }),
};
export default xyce;

function readDeck(statements: readonly string[], tools: StandInTools): StandInJob {
  const lines: string[] = [];
  let temperatureC: number | undefined;
  let analysis: StandInJob['analysis'] | undefined;
  let saves: string[] = [];
  for (const statement of statements) {
    const [word = '', ...words] = statement.split(/\s+/);
    if (word === '.end') break;
    if (word === '.options') {
      const values = tools.pairs(words.slice(1));
      if (words[0] === 'device') temperatureC = tools.number(values['temp'] as string);
      else if (words[0] !== 'nonlin') throw new Error(`option package ${words[0]}`);
    } else if (word === '.model') {
      const [name, type = '', ...params] = words;
      const { level, ...values } = tools.pairs(params);
      const own = level === undefined ? undefined : (levels[type]?.[level] ?? (type === 'd' || type.endsWith('jf') ? level : undefined));
      if (level !== undefined && own === undefined) throw new Error(`${type} of level ${level}`);
      lines.push([`.model ${name} ${type}`, ...(own === undefined ? [] : [`level=${own}`]), ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n+ '));
    } else if (word === '.dc') {
      const [source = '', from = '', to = '', step = ''] = words;
      analysis = { kind: 'dc', source, from: tools.number(from), to: tools.number(to), step: tools.number(step) };
    } else if (word === '.ac') {
      const [kind, count, from = '', to = ''] = words;
      if (kind !== 'lin' || count !== '1' || from !== to) throw new Error(statement);
      analysis = { kind: 'ac', frequency: tools.number(from) };
    } else if (word === '.print') {
      const settings = words.filter((each) => each.includes('='));
      const { format = '', file = '' } = Object.fromEntries(settings.map((each) => each.split('='))) as Record<string, string>;
      output = { format, file };
      saves = words.slice(1).filter((each) => !each.includes('='));
    } else if (word.startsWith('.')) {
      throw new Error(`unknown command ${word}`);
    } else {
      lines.push(element(word, words, tools));
    }
  }
  if (temperatureC === undefined || analysis === undefined || saves.length === 0) throw new Error('incomplete netlist');
  return { lines, temperatureC, analysis, saves };
}

function element(name: string, words: readonly string[], tools: StandInTools): string {
  if (/^[mqdj]/.test(name)) {
    const model = words.findIndex((word, at) => at > 0 && words.slice(at + 1).every((each) => each.includes('=')));
    tools.pairs(words.slice(model + 1));
    return [name, ...words].join(' ');
  }
  if (name.startsWith('b')) {
    const table = /^([vi])=\{table\(v\((\w+)\),(.*)\)\}$/.exec(words.slice(2).join(''));
    if (table === null) throw new Error(`expression of ${name}`);
    const [, quantity, node, list = ''] = table;
    const numbers = list.split(',').map(tools.number);
    return `${name} ${words[0]} ${words[1]} ${quantity}=pwl(v(${node}), ${numbers.join(', ')})`;
  }
  if (/^[rcl]/.test(name)) {
    tools.number(words[2] ?? '');
    const odd = Object.keys(tools.pairs(words.slice(3))).find((key) => !['m', 'tc1', 'tc2', 'dtemp'].includes(key));
    if (odd !== undefined) throw new Error(`${odd} of ${name}`);
    return [name, ...words].join(' ');
  }
  const [count] = { v: [2], i: [2], e: [4], g: [4], f: [3], h: [3] }[name.charAt(0)] ?? [];
  if (count === undefined) throw new Error(`unknown device ${name}`);
  tools.number(words[count] ?? '');
  if (words.length > count + 1 && !(words[count + 1] === 'ac' && words.length === count + 3)) throw new Error(`too many words for ${name}`);
  return [name, ...words].join(' ');
}

function leave({ analysis }: StandInJob, result: StandInResult, _: readonly string[], tools: StandInTools): StandInEnd {
  const warnings = result.unknown.map((name) => `Netlist warning in file deck.cir at or near line 4\n No model parameter ${name.toUpperCase()} found for model EVODUT of type D level 1, parameter ignored.\n`).join('');
  if (result.fatal !== undefined) return { stdout: `${banner}Device model error: ${result.fatal}, which must be positive\n*** Xyce Abort ***\n`, code: 1 };
  const columns = tools.columnsOf(result).map(([name, values]) => [name.toUpperCase(), values] as const);
  const real = columns.map(([, values]) => values.real);
  const imaginary = columns.map(([, values]) => values.imaginary ?? []);
  const axis = analysis.kind === 'ac' ? [analysis.frequency] : Array.from({ length: result.points }, (__, point) => analysis.from + point * analysis.step);
  const ac = analysis.kind === 'ac';
  let content: string | Uint8Array;
  if (output.format === 'raw') {
    content = tools.rawFile({
      head: 'Title: * evospice\nDate: Wed Aug 13 04:53:24 2014\n', plotName: ac ? 'AC Analysis' : 'DC transfer characteristic', style: 'xyce', encoding: 'binary',
      variables: [ac ? ['FREQUENCY', 'frequency'] : ['sweep', 'voltage'], ...columns.map(([name]) => [name, name.startsWith('V') ? 'voltage' : 'current'] as const)],
      real: [axis.slice(0, result.points), ...real], ...(ac ? { imaginary: [axis.map(() => 0), ...imaginary] } : {}),
    });
  } else if (output.format === 'csv') {
    const names = ac ? ['FREQ', ...columns.flatMap(([name]) => [`Re(${name})`, `Im(${name})`])] : columns.map(([name]) => name);
    const rows = Array.from({ length: result.points }, (__, point) => (ac ? [axis[point] as number, ...real.flatMap((list, at) => [list[point] as number, imaginary[at]?.[point] as number])] : real.map((list) => list[point] as number)));
    content = [names.join(','), ...rows.map((row) => row.map((value) => tools.scientific(value, 16)).join(',')), ''].join('\n');
  } else {
    throw new Error(`format ${output.format}`);
  }
  if (!result.complete) return { stdout: `${banner}${warnings}DC sweep step failed to converge\n*** Xyce Abort ***\n`, files: { [output.file]: content }, code: 1 };
  return { stdout: `${banner}${warnings}\n***** End of Xyce(TM) Simulation\n*****\n`, files: { [output.file]: content }, code: 0 };
}
