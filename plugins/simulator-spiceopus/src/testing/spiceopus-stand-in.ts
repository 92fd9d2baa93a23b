import type { StandIn, StandInEnd, StandInJob, StandInResult, StandInTools } from '@evospice/testkit';

const levels: Readonly<Record<string, string>> = { 53: '8', 60: '54', 54: '54' };
const banner = 'SPICE OPUS (c) v2.33\nCopyright (c) 1996-2013 Faculty of Electrical Engineering, University of Ljubljana\n';
let written = '';
let encoding: 'binary' | 'ascii' = 'ascii';

/** SPICE OPUS: Spice 3 with commands in a `.control` block. */
const spiceopus: StandIn = {
  version(args, read) {
    if (args.at(-1) !== 'version.cir') return undefined;
    if (args.join(' ') !== '-c -b version.cir' || !/^\.control\nversion\n/m.test(read('version.cir'))) throw new Error(`command line: ${args.join(' ')}`);
    return `${banner}SPICE OPUS version 2.33\n`;
  },
  read(args, read, tools) {
    if (args.join(' ') !== '-c -b deck.cir') throw new Error(`command line: ${args.join(' ')}`);
    const lines = read('deck.cir').split('\n').slice(1).join('\n');
    const [circuit = '', rest] = lines.split('\n.control\n');
    const [control, end] = rest?.split('\n.endc\n') ?? [];
    if (control === undefined || end?.trim() !== '.end') throw new Error('no control block, or no end');
    return [{ ...readCircuit(tools.statements(circuit, /^\s*\*/), tools), ...readCommands(control.split('\n'), tools) }];
  },
  finish: ([job], [result], _, tools) => leave(job as StandInJob, result as StandInResult, tools),
  netlistError: (message) => ({ stdout: `${banner}Error on line 2 : deck.cir\n ${message}\n`, code: 1 }),
};
export default spiceopus;

function readCircuit(statements: readonly string[], tools: StandInTools): Pick<StandInJob, 'lines' | 'temperatureC'> {
  const lines: string[] = [];
  let temperature: string | undefined;
  for (const statement of statements) {
    const [word = '', ...words] = statement.split(/\s+/);
    if (word === '.option') {
      ({ temp: temperature } = tools.pairs(words));
    } else if (word === '.model') {
      const [name, type, ...params] = words;
      const { level, ...values } = tools.pairs(params);
      lines.push([`.model ${name} ${type}`, ...(level === undefined ? [] : [`level=${levels[level] ?? level}`]), ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n+ '));
    } else if (/^[veigfhrclbmqdj]\w+$/.test(word)) {
      // Its elements are those of Spice 3, which ngspice reads; only numbers with suffixes are refused.
      if (words.some((each) => /^[+-]?[\d.]+(?!e)[a-z]/i.test(each))) throw new Error(`a suffix in ${statement}`);
      // Spice 3 has coefficients of temperature in models alone, and no multipliers.
      if (/^[rcl]/.test(word) && words.length > 3) throw new Error(`too many words in ${statement}`);
      lines.push(statement);
    } else {
      throw new Error(`unknown statement ${word}`);
    }
  }
  if (temperature === undefined) throw new Error('no temperature');
  return { lines, temperatureC: tools.number(temperature) };
}

function readCommands(commands: readonly string[], tools: StandInTools): Pick<StandInJob, 'analysis' | 'saves'> {
  const saves: string[] = [];
  let analysis: StandInJob['analysis'] | undefined;
  for (const command of commands) {
    const [word = '', ...words] = command.split(' ');
    if (word === 'save') saves.push(...words);
    else if (word === 'set' && words[0]?.startsWith('filetype=')) encoding = words[0] === 'filetype=binary' ? 'binary' : 'ascii';
    else if (word === 'write') written = words.join(' ');
    else if (word === 'dc') {
      const source = /^@(\w+)\[dc\]$/.exec(words[0] ?? '')?.[1];
      const [from, to, points] = [words[1], words[2], words[4]].map((text) => tools.number(text ?? ''));
      if (source === undefined || words[3] !== 'lin' || points === undefined || from === undefined || to === undefined) throw new Error(command);
      analysis = { kind: 'dc', source, from, to, step: points === 1 ? 1 : (to - from) / (points - 1) };
    } else if (word === 'ac') {
      if (words[0] !== 'lin' || words[1] !== '1' || words[2] !== words[3]) throw new Error(command);
      analysis = { kind: 'ac', frequency: tools.number(words[2] ?? '') };
    } else if (!['delete all', 'set noaskquit', 'quit'].includes(command)) {
      throw new Error(`unknown command ${command}`);
    }
  }
  if (analysis === undefined || saves.length === 0 || written === '' || commands.at(-1) !== 'quit') throw new Error('incomplete commands');
  return { saves, analysis };
}

function leave({ analysis }: StandInJob, result: StandInResult, tools: StandInTools): StandInEnd {
  const warnings = result.unknown.map((name) => `Warning: unrecognized parameter (${name}) - ignored\n`).join('');
  if (result.fatal !== undefined) return { stdout: `${banner}${warnings}${result.fatal}\n`, code: 1 };
  const columns = tools.columnsOf(result);
  const ac = analysis.kind === 'ac';
  const axis = ac ? [analysis.frequency] : Array.from({ length: result.points }, (_, point) => analysis.from + point * analysis.step);
  const content = tools.rawFile({
    head: 'Title: evospice\nDate: Tue Nov 10 10:00:00 2015\n', plotName: ac ? 'AC Analysis' : 'DC transfer characteristic', encoding,
    variables: [ac ? ['frequency', 'frequency'] : ['sweep', 'voltage'], ...columns.map(([name]) => {
      const source = /^i\((\w+)\)$/.exec(name)?.[1];
      return source === undefined ? [name, 'voltage'] as const : [`${source}#branch`, 'current'] as const;
    })],
    real: [axis, ...columns.map(([, { real }]) => real)], ...(ac ? { imaginary: [axis.map(() => 0), ...columns.map(([, { imaginary = [] }]) => imaginary)] } : {}),
  });
  // The program ends well whatever its analyses did.
  return { stdout: `${banner}${warnings}${result.complete ? '' : 'doAnalyses: no convergence in dc sweep\nsimulation(s) aborted\n'}`, files: { [written]: content }, code: 0 };
}
