import { libraryStatements, type LibraryStatement } from './library-lines.ts';
import { libraryLanguages } from './library-language.ts';
import { pdkError } from './pdk-error.ts';

/** Statements that say nothing about the values of a model, with all that is in their braces. */
const passedOver = /^(?:statistics|assert|info|checklimit|ahdl_include|export|global|simulatoroptions\b.*\bsave|save|set|shell|sens)\b/;
/** Statements that do and that are not carried over. */
const refused = /^(?:paramset|alter|altergroup|montecarlo|sweep|ic|nodeset|pz|correlate)\b/;

/**
 * Statements of a library in Spectre's own language, in the form that libraries of other simulators have: sections, parameters, functions,
 * conditions, subcircuits, models with their bins as `name.1`, `name.2` …. Element lines stay as Spectre writes them, `name (nodes) master …`,
 * because only who knows the models can tell what their masters are. A part in `simulator lang=spice` is read by HSPICE's rules.
 * @throws EvospiceError `PDK_SYNTAX` for a statement that is not carried over, by name
 */
export function spectreStatements(text: string, file: string): LibraryStatement[] {
  const all: LibraryStatement[] = [];
  const queue = logicalLines(text, file);
  for (let at = 0; at < queue.length; at++) {
    const line = queue[at]!;
    const language = /^simulator\s+lang\s*=\s*(\w+)/i.exec(line.text)?.[1]?.toLowerCase();
    if (language === 'spice') {
      const end = queue.findIndex((each, index) => index > at && /^simulator\s+lang\s*=\s*spectre/i.test(each.text));
      const next = end < 0 ? queue.length : end;
      all.push(...spicePart(text, file, line.line, end < 0 ? undefined : queue[end]!.line));
      at = next - 1;
    } else if (language === undefined) at = translate(queue, at, all);
  }
  return all;
}

/** Lines of the file from one to before another, as SPICE, with their numbers in the file. */
function spicePart(text: string, file: string, from: number, to: number | undefined): LibraryStatement[] {
  const part = text.split(/\r\n|\n|\r/).slice(from, to === undefined ? undefined : to - 1).join('\n');
  return libraryStatements(part, file, libraryLanguages.hspice.comments).map((statement) => ({ ...statement, line: statement.line + from }));
}

/** Lines with continuations joined, comments gone, and braces of blocks on lines of their own. */
function logicalLines(text: string, file: string): LibraryStatement[] {
  const joined: { text: string; file: string; line: number }[] = [];
  let open = false;
  text.split(/\r\n|\n|\r/).forEach((whole, index) => {
    const content = whole.replace(/\/\/.*$/, '').trim();
    if (content === '' || (content.startsWith('*') && !open)) return;
    const ends = content.endsWith('\\');
    const own = (ends ? content.slice(0, -1) : content).trim();
    const last = joined.at(-1);
    if (last !== undefined && (open || own.startsWith('+'))) last.text += ` ${own.replace(/^\+/, '').trim()}`;
    else joined.push({ text: own, file, line: index + 1 });
    open = ends;
  });
  return joined.flatMap(({ text: own, line }) => own.split(/(?<=\{)\s*(?=\S)|\s*(?=\})|(?<=\})\s*/).filter((piece) => piece !== '').map((piece) => ({ text: piece, file, line })));
}

/** Translates the statement at a place; answers the place of the last line it took. */
function translate(queue: readonly LibraryStatement[], at: number, all: LibraryStatement[]): number {
  const line = queue[at]!;
  const { text } = line;
  const add = (written: string, from = line): number => all.push({ ...from, text: written });
  const word = /^[\w.]+/.exec(text)?.[0].toLowerCase() ?? '';
  const rest = text.slice(word.length).trim();
  if (passedOver.test(text.toLowerCase())) {
    add(`.${word} ${rest}`);
    return text.includes('{') ? endOfBlock(queue, at) : at;
  }
  if (refused.test(text.toLowerCase())) throw notCarried(line, word);
  if (word === 'library' || word === 'endlibrary') return at;
  if (word === 'section') add(`.lib ${rest}`);
  else if (word === 'endsection') add(`.endl ${rest}`);
  else if (word === 'include') add(included(line, rest));
  else if (word === 'parameters') parameters(all, line, rest);
  else if (word === 'real') return realFunction(queue, at, all);
  else if (word === 'inline' || word === 'subckt') add(`.subckt ${rest.replace(/^subckt\s+/i, '').replaceAll(/[()]/g, ' ')}`);
  else if (word === 'ends') add(`.ends ${rest}`);
  else if (word === 'model') return model(queue, at, all);
  else if (word === 'if') add(`.if ${condition(line)}`);
  else if (text === '}') return closing(queue, at, all);
  else if (/^\S+\s+options\b/i.test(text)) add(`.options ${text.replace(/^\S+\s+options\s*/i, '')}`);
  else if (/^[\w\\<>.]+\s*\(.*?\)\s*\w|^\w+(?:\s+\w+){3,}/.test(text)) add(text);
  else throw notCarried(line, word);
  return at;
}

function included(line: LibraryStatement, rest: string): string {
  const match = /^("[^"]*"|'[^']*'|\S+)(?:\s+section\s*=\s*(\S+))?$/i.exec(rest);
  if (match === null) throw notCarried(line, 'include');
  return match[2] === undefined ? `.include ${match[1]}` : `.lib ${match[1]} ${match[2]}`;
}

/** Parameters right behind the head of a subcircuit are those that a call may set. */
function parameters(all: LibraryStatement[], line: LibraryStatement, rest: string): void {
  const last = all.at(-1);
  if (last !== undefined && /^\.subckt\b/.test(last.text)) all[all.length - 1] = { ...last, text: `${last.text} ${rest}` };
  else all.push({ ...line, text: `.param ${rest}` });
}

/** `real f(real a, real b) { return a*b; }`. */
function realFunction(queue: readonly LibraryStatement[], at: number, all: LibraryStatement[]): number {
  const end = endOfBlock(queue, at);
  const whole = queue.slice(at, end + 1).map(({ text }) => text).join(' ');
  const match = /^real\s+(\w+)\s*\(([^)]*)\)\s*\{\s*return\s+(.*?);?\s*\}$/i.exec(whole);
  if (match === null) throw notCarried(queue[at]!, 'real');
  all.push({ ...queue[at]!, text: `.func ${match[1]}(${match[2]!.replaceAll(/\breal\s+/gi, '')}) {${match[3]}}` });
  return end;
}

/** A model, or its bins in braces: `1: type=n lmin=…`. */
function model(queue: readonly LibraryStatement[], at: number, all: LibraryStatement[]): number {
  const line = queue[at]!;
  const [, name, master, rest = ''] = /^model\s+(\S+)\s+(\S+)\s*(.*)$/i.exec(line.text) ?? [];
  if (name === undefined || master === undefined) throw notCarried(line, 'model');
  if (!rest.endsWith('{')) {
    all.push({ ...line, text: `.model ${name} ${master} ${rest}` });
    return at;
  }
  const end = endOfBlock(queue, at);
  for (const bin of queue.slice(at + 1, end)) {
    const match = /^(\d+)\s*:\s*(.*)$/.exec(bin.text);
    if (match === null) throw pdkError('PDK_SYNTAX', `the bins of model ${name} cannot be read`, bin, { received: bin.text, expected: 'number: parameter=value …', remedy: 'put each bin on a line, continued by +' });
    all.push({ ...bin, text: `.model ${name}.${match[1]} ${master} ${rest.slice(0, -1)} ${match[2]}` });
  }
  return end;
}

function condition(line: LibraryStatement): string {
  const match = /^(?:else\s+)?if\s*(\(.*\))\s*\{$/i.exec(line.text);
  if (match === null) throw notCarried(line, 'if');
  return match[1]!;
}

/** What a closing brace of a condition goes on with. */
function closing(queue: readonly LibraryStatement[], at: number, all: LibraryStatement[]): number {
  const next = queue[at + 1];
  if (next !== undefined && /^else\s+if\b/i.test(next.text)) all.push({ ...next, text: `.elseif ${condition(next)}` });
  else if (next !== undefined && /^else\s*\{$/i.test(next.text)) all.push({ ...next, text: '.else' });
  else {
    all.push({ ...queue[at]!, text: '.endif' });
    return at;
  }
  return at + 1;
}

function endOfBlock(queue: readonly LibraryStatement[], start: number): number {
  let depth = 0;
  for (let at = start; at < queue.length; at++) {
    depth += queue[at]!.text.endsWith('{') ? 1 : queue[at]!.text === '}' ? -1 : 0;
    if (depth === 0) return at;
  }
  throw pdkError('PDK_SYNTAX', 'a block is not closed', queue[start]!, { received: queue[start]!.text, expected: '} before the end of the file', remedy: 'the file may be cut short' });
}

function notCarried(line: LibraryStatement, word: string): Error {
  return pdkError('PDK_SYNTAX', `the Spectre statement "${word}" is not carried over`, line, {
    received: line.text, expected: 'library, section, include, parameters, real functions, if, subckt, model, options, elements', remedy: 'write a library without it, or let Spectre write out the model for one geometry',
  });
}
