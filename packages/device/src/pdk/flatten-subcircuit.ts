import { counted, type WrapperNode } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import type { NamedModels } from './flat-card.ts';
import { modelsNamed, readBlock, type LibraryBlock, type LibrarySubcircuit } from './library-block.ts';
import type { LibraryLanguage } from './library-language.ts';
import { splitAssignments, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { readElement, type ReadElement } from './read-element.ts';
import type { Scope } from './scope.ts';
import { spectreElement } from './spectre-element.ts';
import { refuseOtherCase, Spellings } from './spellings.ts';

/** An element of a subcircuit, wherever it is nested, with numbers. */
export interface FlatElement {
  /** Such as `x1.m1`. */
  readonly path: string;
  readonly kind: string;
  readonly nodes: readonly WrapperNode[];
  readonly model?: NamedModels;
  /** Path of the source that controls it. */
  readonly control?: string;
  readonly value?: number;
  readonly params: Readonly<Record<string, number>>;
  readonly place: Place;
}

export interface FlatSubcircuit {
  readonly elements: readonly FlatElement[];
  /** Statements in its bodies that are not elements or definitions, such as options. */
  readonly ignored: readonly LibraryStatement[];
  readonly blocks: readonly LibraryBlock[];
  readonly notes: readonly string[];
}

/** What stays the same through all levels. */
export interface FlattenGround {
  readonly language: LibraryLanguage;
  /** Subcircuits that some call gives a multiplier although their heads name none, lower case. */
  readonly multiplied: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
}

interface Call {
  readonly subcircuit: LibrarySubcircuit;
  /** Blocks around its definition, innermost first: where models and subcircuits are looked for. */
  readonly outside: readonly LibraryBlock[];
  /** Of the call, where parameters are looked for. */
  readonly scope: Scope;
  readonly values: Readonly<Record<string, number>>;
  readonly nodes: readonly WrapperNode[];
  /** Path in front of names inside. */
  readonly prefix: string;
  readonly chain: readonly string[];
}

/** Kinds that ngspice gives no multiplier of the call around them (`inp_fix_subckt_multiplier`). */
const neverMultiplied = 'vehnk';

/**
 * Flattens a call of a subcircuit: every element in it and in those it calls, with its parameters as numbers. As in ngspice, models and
 * subcircuits are those around the definition of the subcircuit, and parameters those of the call.
 *
 * A multiplier of the call holds for the elements where the head does not name `m`. In ngspice, an element's own `m` is then overridden by
 * it; in HSPICE the two multiply.
 * @throws EvospiceError `PDK_*`
 */
export function flattenSubcircuit(ground: FlattenGround, { subcircuit, outside, scope, values, nodes, prefix, chain }: Call): FlatSubcircuit {
  const { language } = ground;
  if (chain.includes(subcircuit.name)) throw pdkError('PDK_RECURSION', `subcircuit ${subcircuit.name} contains itself`, subcircuit.statement, { received: [...chain, subcircuit.name].join(' -> '), expected: 'subcircuits that do not contain each other', remedy: 'break the circle' });
  if (subcircuit.conflict !== undefined) {
    throw pdkError('PDK_AMBIGUOUS', `subcircuit ${subcircuit.name} is defined twice, with other parameters`, subcircuit.conflict, { received: `${subcircuit.statement.file}:${subcircuit.statement.line} and ${subcircuit.conflict.file}:${subcircuit.conflict.line}`, expected: 'one definition', remedy: 'take one of them off the library' });
  }
  const { file, line } = subcircuit.statement;
  const heads = subcircuit.parameters.map(({ name, spelling = name, text }): LibraryStatement => ({ file, line, text: `.param ${spelling}=${text}` }));
  const block = readBlock([...heads, ...subcircuit.body], language, values, scope);
  const blocks = [block, ...outside];
  const notes = unknownParameters(subcircuit, values);
  const multiplier = multiplierOf(ground, subcircuit, values);
  const cased = language.name === 'spectre';
  const spellings = cased ? new Spellings('node') : undefined;
  for (const name of headOf(subcircuit)) spellings?.add(name, subcircuit.statement);
  const node = (name: string, place: Place): WrapperNode => {
    spellings?.add(name, place);
    const key = name.toLowerCase();
    const at = subcircuit.nodes.indexOf(key);
    if (at >= 0) return nodes[at]!;
    if (key === '0' || key === 'gnd') return '0';
    return `${prefix}${key}`;
  };
  const found = (word: string): FlatElement['model'] => {
    // A model outside sees the parameters outside, not those of the subcircuit that uses it.
    const model = blocks.map((each) => ({ scope: each.scope, candidates: modelsNamed(word, each), exact: each.models.has(word.toLowerCase()) })).find(({ candidates }) => candidates.length > 0);
    const [first] = model?.candidates ?? [];
    if (cased && first !== undefined) refuseOtherCase('model', word, subcircuit.statement, { name: first.name.slice(0, word.length), place: first.statement });
    return model;
  };
  const inside: FlatSubcircuit[] = [];
  const elements = block.devices.flatMap((written): readonly FlatElement[] => {
    const statement = language.name !== 'spectre' ? written
      : spectreElement(written, (word) => found(word)?.candidates[0]?.type.toLowerCase(), (word) => blocks.some((each) => each.subcircuits.has(word.toLowerCase())));
    const read = readElement(statement, (word) => found(word) !== undefined);
    refuseGlobals(read, subcircuit, ground.globals);
    const params = withMultiplier(language, read, numbersOf(read, block.scope), multiplier, notes);
    if (read.kind === 'x') {
      const { called, around } = calledBy(read, blocks);
      if (cased) refuseOtherCase('subcircuit', read.model ?? '', statement, { name: called.name, place: called.statement });
      if (called.nodes.length !== read.nodes.length) throw pdkError('PDK_SYNTAX', `${read.name} has ${counted(read.nodes.length, 'node')}, and subcircuit ${called.name} has ${called.nodes.length}`, statement, { received: statement.text, expected: counted(called.nodes.length, 'node'), remedy: 'correct the call' });
      const flat = flattenSubcircuit(ground, { subcircuit: called, outside: around, scope: block.scope, values: params, nodes: read.nodes.map((name) => node(name, statement)), prefix: `${prefix}${read.name}.`, chain: [...chain, subcircuit.name] });
      inside.push(flat);
      return flat.elements;
    }
    const { kind, model, control, value } = read;
    return [{
      path: `${prefix}${read.name}`, kind, nodes: read.nodes.map((name) => node(name, statement)), params, place: { file: statement.file, line: statement.line },
      ...(model === undefined ? {} : { model: found(model)! }),
      ...(control === undefined ? {} : { control: `${prefix}${control}` }),
      ...(value === undefined ? {} : { value: block.scope.evaluateOnLine({ ...statement, text: value }) }),
    }];
  });
  return {
    elements, ignored: [...block.ignored, ...inside.flatMap((each) => each.ignored)], blocks: [block, ...inside.flatMap((each) => each.blocks)],
    notes: [...notes, ...inside.flatMap((each) => each.notes)],
  };
}

/** Nodes of the head as they are written. */
function headOf({ statement, nodes }: LibrarySubcircuit): readonly string[] {
  return splitAssignments(statement.text).words.slice(2, 2 + nodes.length);
}

function numbersOf({ pairs, statement }: ReadElement, scope: Scope): Readonly<Record<string, number>> {
  return Object.fromEntries(pairs.map(({ name, text }) => [name, scope.evaluateOnLine({ ...statement, text })]));
}

/** The multiplier of the elements inside; undefined where the call does not reach them. */
function multiplierOf({ multiplied, language }: FlattenGround, { name, parameters }: LibrarySubcircuit, values: Readonly<Record<string, number>>): number | undefined {
  if (parameters.some((parameter) => parameter.name === 'm')) return undefined;
  // Once any call names m, ngspice puts it on every element, with 1 for the calls that do not.
  return values['m'] ?? (language.name === 'ngspice' && multiplied.has(name.toLowerCase()) ? 1 : undefined);
}

function withMultiplier(language: LibraryLanguage, { name, kind }: ReadElement, params: Readonly<Record<string, number>>, multiplier: number | undefined, notes: string[]): Readonly<Record<string, number>> {
  if (multiplier === undefined) return params;
  if (neverMultiplied.includes(kind)) {
    if (multiplier !== 1 && kind === 'n') notes.push(`${name} does not take the multiplier m=${multiplier} of the call around it, as in ngspice`);
    return params;
  }
  const own = params['m'];
  if (own === undefined) return { ...params, m: multiplier };
  if (language.name !== 'ngspice') return { ...params, m: own * multiplier };
  if (own !== multiplier) notes.push(`m=${own} of ${name} is overridden by the m=${multiplier} of the call around it, as in ngspice; HSPICE and Spectre would multiply them`);
  return { ...params, m: multiplier };
}

/** Names on a call that the head does not have. */
function unknownParameters({ name, parameters }: LibrarySubcircuit, values: Readonly<Record<string, number>>): string[] {
  const unknown = Object.keys(values).filter((each) => each !== 'm' && !parameters.some((parameter) => parameter.name === each));
  return unknown.length === 0 ? [] : [`${unknown.join(', ')}: no parameter of subcircuit ${name}, without effect as in ngspice`];
}

function calledBy({ name, model = '', statement }: ReadElement, blocks: readonly LibraryBlock[]): { readonly called: LibrarySubcircuit; readonly around: readonly LibraryBlock[] } {
  const at = blocks.findIndex((each) => each.subcircuits.has(model.toLowerCase()));
  const called = blocks[at]?.subcircuits.get(model.toLowerCase());
  if (called !== undefined) return { called, around: blocks.slice(at) };
  const guess = nearest(model, blocks.flatMap((each) => [...each.subcircuits.values()].map((subcircuit) => subcircuit.name)));
  throw pdkError('PDK_MODEL', `${name} calls a subcircuit ${model} that the library does not have`, statement, { received: statement.text, expected: 'a subcircuit of the library', remedy: guess === undefined ? 'include the file or section that has it' : `did you mean "${guess}"?` });
}

function refuseGlobals({ name, nodes, statement }: ReadElement, subcircuit: LibrarySubcircuit, globals: ReadonlySet<string>): void {
  const global = nodes.find((node) => globals.has(node.toLowerCase()) && !subcircuit.nodes.includes(node.toLowerCase()));
  if (global === undefined) return;
  throw pdkError('PDK_ELEMENT', `${name} hangs on the global node ${global}, which nothing drives`, statement, { received: statement.text, expected: 'nodes of the subcircuit', remedy: 'make it a node of the subcircuit' });
}
