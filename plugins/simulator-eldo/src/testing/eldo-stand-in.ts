import type { StandIn, StandInEnd, StandInJob, StandInResult, StandInTools } from '@evospice/testkit';

const levels: Readonly<Record<string, string>> = { 53: '8', 60: '54' };
const banner = 'Eldo AMS v2019.1 (64 bits) Production version\n';
let encoding: 'binary' | 'ascii' = 'ascii';

/** Eldo in batch mode with results in a Spice 3 file. */
const eldo: StandIn = {
  version: (args) => (args.join(' ') === '-version' ? 'Eldo v2019.1 (64 bits)\n' : undefined),
  read(args, read, tools) {
    if (args.join(' ') !== '-b -i deck.cir -o deck.chi -silent') throw new Error(`command line: ${args.join(' ')}`);
    const statements = tools.statements(read('deck.cir').split('\n').slice(1).join('\n'), /^\s*[*!]/);
    if (statements.at(-1) !== '.end') throw new Error('no end');
    return [readDeck(statements.slice(0, -1), tools)];
  },
  finish: ([job], [result], _, tools) => leave(job as StandInJob, result as StandInResult, tools),
  licence: { stdout: `${banner}Unable to obtain a license for feature eldo\n`, code: 1 },
  netlistError: (message) => ({ stdout: banner, files: { 'deck.chi': `${banner} ERROR 107: ${message}\n` }, code: 1 }),
};
export default eldo;

function readDeck(statements: readonly string[], tools: StandInTools): StandInJob {
  const lines: string[] = [];
  let temperatureC: number | undefined;
  let analysis: StandInJob['analysis'] | undefined;
  let saves: readonly string[] = [];
  for (const statement of statements) {
    const [word = '', ...words] = statement.split(/\s+/);
    if (word === '.option') {
      if (words[0] !== 'spi3asc' && words[0] !== 'spi3bin') throw new Error('results in no Spice 3 file');
      encoding = words[0] === 'spi3asc' ? 'ascii' : 'binary';
      tools.pairs(words.slice(1));
    } else if (word === '.temp') temperatureC = tools.number(words[0] ?? '');
    else if (word === '.model') {
      const [name, type, ...params] = words;
      const { level, ...values } = tools.pairs(params);
      lines.push([`.model ${name} ${type}`, ...(level === undefined ? [] : [`level=${levels[level] ?? level}`]), ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n+ '));
    } else if (word === '.dc') {
      const [source = '', from = '', to = '', step = ''] = words;
      analysis = { kind: 'dc', source, from: tools.number(from), to: tools.number(to), step: tools.number(step) };
    } else if (word === '.ac') {
      if (words[0] !== 'lin' || words[1] !== '1' || words[2] !== words[3]) throw new Error(statement);
      analysis = { kind: 'ac', frequency: tools.number(words[2] ?? '') };
    } else if (word === '.probe') {
      if (words[0] !== analysis?.kind) throw new Error(`a probe of ${words[0]}`);
      saves = words.slice(1);
    } else if (/^[eg]/.test(word) && words[2] === 'table') {
      const [, node, list = ''] = /^\{v\((\w+)\)\}=(.*)$/.exec(words.slice(3).join('')) ?? [];
      const numbers = Array.from(list.matchAll(/\(([^,)]+),([^)]+)\)/g), ([, x = '', y = '']) => `${tools.number(x)}, ${tools.number(y)}`);
      lines.push(`b${word} ${words[0]} ${words[1]} ${word.startsWith('e') ? 'v' : 'i'}=pwl(v(${node}), ${numbers.join(', ')})`);
    } else if (/^[veigfhrclmqdj]\w+$/.test(word)) lines.push(statement);
    else throw new Error(`unknown statement ${word}`);
  }
  if (temperatureC === undefined || analysis === undefined || saves.length === 0) throw new Error('incomplete netlist');
  return { lines, temperatureC, analysis, saves };
}

function leave({ analysis }: StandInJob, result: StandInResult, tools: StandInTools): StandInEnd {
  const said = [banner, ...result.unknown.map((name) => ` Warning 240: MODEL EVODUT: parameter ${name.toUpperCase()} unknown, ignored`)];
  if (result.fatal !== undefined) return { stdout: banner, files: { 'deck.chi': [...said, ` ERROR 311: parameter of model EVODUT must be positive: ${result.fatal}`, ''].join('\n') }, code: 1 };
  const columns = tools.columnsOf(result);
  const ac = analysis.kind === 'ac';
  const axis = ac ? [analysis.frequency] : Array.from({ length: result.points }, (_, point) => analysis.from + point * analysis.step);
  const content = tools.rawFile({
    head: 'Title: evospice\nDate: Tue Nov 10 10:00:00 2015\n', plotName: ac ? 'AC Analysis' : 'DC Transfer Characteristic', encoding,
    variables: [ac ? ['HERTZ', 'frequency'] : ['VIDX', 'voltage'], ...columns.map(([name]) => [name.toUpperCase(), name.startsWith('v') ? 'voltage' : 'current'] as const)],
    real: [axis, ...columns.map(([, { real }]) => real)], ...(ac ? { imaginary: [axis.map(() => 0), ...columns.map(([, { imaginary = [] }]) => imaginary)] } : {}),
  });
  said.push(result.complete ? '***> Current simulation completed\n***> MESSAGE SUMMARY: 0 errors' : ' ERROR 504: No convergence in DC sweep', '');
  return { stdout: banner, files: { 'deck.spi3': content, 'deck.chi': said.join('\n') }, code: result.complete ? 0 : 1 };
}
