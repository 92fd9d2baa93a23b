import { EvospiceError, type DeviceInstance, type ModelCard, type Testbench } from '@evospice/contracts';

/** What a kind of text may consist of. */
interface Grammar {
  readonly pattern: RegExp;
  readonly expected: string;
}

const name: Grammar = { pattern: /^[A-Za-z_][\w.#/-]*$/, expected: 'a letter or underscore, then letters, digits and _ . # / -' };
const word: Grammar = { pattern: /^\w+$/, expected: 'letters, digits and underscores' };
const letter: Grammar = { pattern: /^[A-Za-z]$/, expected: 'one letter' };
const words: Grammar = { pattern: /^[A-Za-z_][\w:]*(?: \w+)*$/, expected: 'words of letters, digits and underscores' };
const value: Grammar = { pattern: /^(?!\s*\.[A-Za-z])(?:[^\p{C}\p{Zl}\p{Zp}]|\t)*$/u, expected: 'a number, a word or an expression on one line' };
const line: Grammar = { pattern: /^[^\p{C}\p{Zl}\p{Zp}]*$/u, expected: 'a text on one line' };
/** ngspice's command line gives meanings to most other signs: it would part commands at a semicolon and run what is in backquotes. */
const path: Grammar = { pattern: /^[\p{L}\p{M}\p{N}_./\\:+,@=~%() -]+$/u, expected: 'a path of letters, digits and _ . / \\ : + , @ = ~ % ( ) -' };

/**
 * Refuses every text of a testbench that is not what it claims to be, before any of it becomes part of a simulator's input: a name with a
 * line break in it would be a statement of its own there, and some statements run commands of the shell. What is checked here needs no
 * escaping in any dialect; nodes, sources, elements and models beside the device are named by the deck itself.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` naming the field, with the file and the line of a card
 */
export function refuseTexts({ id, device, instances, curves, card, cards = {}, parameters, libraries = [], options = {} }: Testbench): void {
  check('the id of the testbench', id, line);
  if (device.element !== undefined) check('the element letter of the device', device.element, letter);
  for (const terminal of device.terminals) check('a terminal of the device', terminal, word);
  for (const instance of instances) refuseInstance(instance);
  for (const curve of curves) check('the id of a curve', curve.id, line);
  for (const own of [card, ...Object.values(cards)]) refuseCard(own);
  for (const parameter of parameters) check('the name of a tunable parameter', parameter, name);
  for (const library of libraries) check('the path of a library', library, path);
  for (const [option, number] of Object.entries(options)) {
    check('the name of an option', option, name);
    checkNumber(`the option ${option}`, number);
  }
}

function refuseInstance({ id, params, wrapper }: DeviceInstance): void {
  check('the id of an instance', id, line);
  refuseParams('instance', params);
  for (const element of wrapper?.elements ?? []) {
    check('the element letter of an element beside the device', element.kind, letter);
    refuseParams('element beside the device', element.params);
    if (element.value !== undefined) checkNumber('the value of an element beside the device', element.value);
  }
  for (const model of wrapper?.models ?? []) refuseCard(model);
}

function refuseParams(owner: string, params: Readonly<Record<string, number>>): void {
  for (const [parameter, number] of Object.entries(params)) {
    check(`the name of a parameter of an ${owner}`, parameter, name);
    checkNumber(`the parameter ${parameter} of an ${owner}`, number);
  }
}

function refuseCard(card: ModelCard): void {
  check('the type of a model', card.type, words, card);
  for (const parameter of card.names()) {
    check('the name of a parameter on the card', parameter, name, card);
    check(`the value of ${parameter} on the card`, card.text(parameter) ?? '', value, card);
  }
}

function checkNumber(field: string, number: unknown): void {
  if (typeof number === 'number' && Number.isFinite(number)) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `${field} is not a finite number`, { received: number, expected: 'a finite number' });
}

function check(field: string, text: unknown, { pattern, expected }: Grammar, card?: ModelCard): void {
  if (typeof text === 'string' && pattern.test(text)) return;
  const place = card === undefined ? {} : placeOn(card, String(text));
  throw new EvospiceError('SIMULATOR_TESTBENCH', `${field} cannot be given to a simulator: ${flaw(String(text))}`, {
    received: text, expected, remedy: 'correct it where it comes from; if the file came from someone else, do not trust it', ...place,
  });
}

/** What is wrong with a text, with the sign by its number, for most of these signs cannot be seen. */
function flaw(text: string): string {
  const code = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const ending = /[\n\r\v\f\u0085\u2028\u2029]/.exec(text)?.[0];
  if (ending !== undefined) return `it holds a line break (${code(ending)})`;
  const control = /\p{C}/u.exec(text)?.[0];
  if (control !== undefined) return `it holds a control character (${code(control)})`;
  return /^\s*\.[A-Za-z]/.test(text) ? `"${text}" begins as a statement does` : `"${text}" is not written as it must be`;
}

/** Where a text is in the file of a card. */
function placeOn(card: ModelCard, text: string): { readonly file: string; readonly line?: number } {
  const whole = card.toString();
  const at = text === '' ? -1 : whole.toLowerCase().indexOf(text.toLowerCase());
  return at < 0 ? { file: card.file } : { file: card.file, line: whole.slice(0, at).split('\n').length };
}
