import type { StandIn, StandInEnd, StandInJob, StandInResult, StandInTools } from '@evospice/testkit';
import { postAscii, postBinary, type PostTable } from './hspice-post.ts';

const levels: Readonly<Record<string, string>> = { 49: '8', 53: '8', 54: '54', 70: '58' };
const banner = ' ****** HSPICE -- J-2014.09-SP2 64-BIT (Feb 23 2015) RHEL64 ******\n Copyright (C) 2015 Synopsys, Inc. All Rights Reserved.\n';
let post = { kind: '', version: '' };

/** HSPICE: `-i` and `-o`, a listing, one result file an `.alter`. */
const hspice: StandIn = {
  version: (args) => (args.join(' ') === '-v' ? 'HSPICE Version J-2014.09-SP2 64-BIT (Feb 23 2015) RHEL64\n' : undefined),
  read(args, read, tools) {
    if (args.join(' ') !== '-i deck.sp -o deck') throw new Error(`command line: ${args.join(' ')}`);
    const statements = tools.statements(read('deck.sp').split('\n').slice(1).join('\n'), /^\s*[*$]/);
    if (statements.at(-1) !== '.end') throw new Error('no end');
    return readDeck(statements.slice(0, -1), tools);
  },
  finish: (jobs, results, _, tools) => leave(jobs, results, tools),
  licence: {
    stdout: `${banner}lic: Release hspice_win token(s)\nlic: Cannot find license file.\nlic: Unable to checkout (hspice)\n>error ***** hspice job aborted\n`,
    files: { 'deck.lis': `${banner}lic: Unable to checkout (hspice)\n ***** job aborted\n` }, code: 2,
  },
  netlistError: (message) => ({ stdout: `${banner}>error ***** hspice job aborted\n`, files: { 'deck.lis': `${banner} **error** (deck.sp:4) ${message}\n ***** job aborted\n` }, code: 1 }),
};
export default hspice;

function readDeck(statements: readonly string[], tools: StandInTools): readonly StandInJob[] {
  const elements: string[] = [];
  /** By name, of each .alter. */
  const models: Map<string, string>[] = [new Map()];
  let temperatureC: number | undefined;
  let analysis: StandInJob['analysis'] | undefined;
  let probes: string[] = [];
  let probed = false;
  for (const statement of statements) {
    const [word = '', ...words] = statement.split(/\s+/);
    const alters = models.length - 1;
    // What an .alter block does not say stays as it was.
    if (word === '.alter') models.push(new Map(models.at(-1)));
    else if (word === '.model') models[alters]!.set(words[0] ?? '', model(words, tools));
    else if (alters > 0) throw new Error(`${word} in an .alter block`);
    else if (word === '.option') {
      const { post: kind, post_version: version, probe } = tools.pairs(words);
      if (kind !== undefined) post = { kind, version: version ?? '' };
      if (probe === '1') probed = true;
    } else if (word === '.probe') {
      if (words[0] !== 'dc') throw new Error('a probe of something else than dc is a real number');
      probes = words.slice(1);
    } else if (word === '.temp') temperatureC = tools.number(words[0] ?? '');
    else if (word === '.dc') {
      const [source = '', from = '', to = '', step = ''] = words;
      analysis = { kind: 'dc', source, from: tools.number(from), to: tools.number(to), step: tools.number(step) };
    } else if (word === '.ac') {
      if (words[0] !== 'lin' || words[1] !== '1' || words[2] !== words[3]) throw new Error(statement);
      analysis = { kind: 'ac', frequency: tools.number(words[2] ?? '') };
    } else if (word.startsWith('.')) throw new Error(`unknown statement ${word}`);
    else elements.push(element(word, words, tools));
  }
  if (temperatureC === undefined || analysis === undefined || models[0]!.size === 0) throw new Error('incomplete netlist');
  // Without probes, every node voltage and every current through a voltage source is written.
  const saves = probed ? probes : elements.flatMap((line) => (line.startsWith('v') ? [`i(${line.split(' ')[0]})`] : []));
  return models.map((all) => ({ lines: [...all.values(), ...elements], temperatureC, analysis, saves }));
}

function model([name, type, ...params]: readonly string[], tools: StandInTools): string {
  const { level, ...values } = tools.pairs(params);
  const own = level === undefined || type === 'd' ? level : (levels[level] ?? (/^[np](?:pn|np|jf)$/.test(type ?? '') ? level : undefined));
  if (level !== undefined && own === undefined) throw new Error(`${type} of level ${level}`);
  return [`.model ${name} ${type}`, ...(own === undefined ? [] : [`level=${own}`]), ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n+ ');
}

function element(name: string, words: readonly string[], tools: StandInTools): string {
  if (/^[eg]/.test(name) && words[2] === 'pwl(1)') {
    const numbers = words.slice(5).flatMap((pair) => pair.split(',').map(tools.number));
    if (words[4] !== '0' || numbers.length % 2 !== 0) throw new Error(`table of ${name}`);
    return `b${name} ${words[0]} ${words[1]} ${name.startsWith('e') ? 'v' : 'i'}=pwl(v(${words[3]}), ${numbers.join(', ')})`;
  }
  if (!/^[veigfhrclmqdj]/.test(name)) throw new Error(`unknown element ${name}`);
  for (const word of words.slice(2)) {
    if (word.includes('=')) tools.pairs([word]);
    else if (/^[+-]?[\d.]+(?!e)[a-z]/.test(word)) throw new Error(`a suffix in ${name}`);
  }
  return [name, ...words].join(' ');
}

function leave(jobs: readonly StandInJob[], results: readonly StandInResult[], tools: StandInTools): StandInEnd {
  const said: string[] = [banner];
  const files: Record<string, string | Uint8Array> = {};
  let aborted = false;
  for (const [index, result] of results.entries()) {
    said.push(...result.unknown.map((name) => ` **warning** (deck.sp:5) model parameter ${name} is unknown, it is ignored`));
    if (result.fatal !== undefined) said.push(` **error** ${result.fatal}: must be positive`);
    else if (!result.complete) said.push(' **error** no convergence in dc sweep curves');
    const { analysis } = jobs[index] as StandInJob;
    if (result.fatal === undefined && result.points > 0) {
      const table = tableOf(analysis, result, tools);
      const encode = post.kind === '1' && post.version === '2001' ? postBinary : post.kind === '2' && post.version === '9601' ? postAscii : undefined;
      if (encode === undefined) throw new Error(`post=${post.kind} of version ${post.version}`);
      files[`deck.${analysis.kind === 'dc' ? 'sw' : 'ac'}${index}`] = encode(table);
    }
    if (!result.complete) {
      aborted = true;
      break;
    }
  }
  said.push(aborted ? ' ***** job aborted' : ' ***** job concluded', '');
  return { stdout: `${banner}>info: ***** hspice job ${aborted ? 'aborted' : 'concluded'}\n`, files: { ...files, 'deck.lis': said.join('\n') }, code: aborted ? 1 : 0 };
}

function tableOf(analysis: StandInJob['analysis'], result: StandInResult, tools: StandInTools): PostTable {
  const columns = tools.columnsOf(result).map(([name, values]) => ({ name: name.replace(/\)$/, ''), current: name.startsWith('i'), ...values }));
  if (analysis.kind === 'ac') return { axis: ['HERTZ', 2, [analysis.frequency]], automatic: true, columns };
  const axis = Array.from({ length: result.points }, (_, point) => analysis.from + point * analysis.step);
  return { axis: ['VOLTS', 3, axis], automatic: false, columns };
}
