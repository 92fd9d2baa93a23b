import { counted, defined, type CircuitOptions, type ModelCard, type Wrapper, type WrapperNode } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import type { ModelBin } from './choose-bin.ts';
import { flatCard, pickModel, type ComputedExpression, type PickGround } from './flat-card.ts';
import { flattenSubcircuit, type FlatElement, type FlatSubcircuit } from './flatten-subcircuit.ts';
import { kitOptions } from './kit-options.ts';
import { modelsNamed, readBlock, type LibraryBlock, type LibrarySubcircuit } from './library-block.ts';
import { libraryLanguages, type LibraryLanguageName } from './library-language.ts';
import { splitAssignments, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { portMap } from './port-map.ts';
import { readLibrary, type LibrarySource, type ReadLibrary } from './read-library.ts';
import { tunedElement } from './tuned-element.ts';
import { wrapperOf } from './wrapper-of.ts';

export interface ResolveOptions extends LibrarySource {
  /** Subcircuit or model wanted; the name in front of `.0`, `.1` … for a binned model. */
  readonly name: string;
  /** Instance parameters: of the subcircuit's head, or `l`, `w`, `nf`, `mult` … that a model's expressions read. SI units. */
  readonly instance?: Readonly<Record<string, number>>;
  /** Parameters of the library that are set from outside, such as corner and mismatch factors; they win over definitions in the files. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Element of the subcircuit whose model is wanted, where it has several: its name, or its path such as `x1.m1`. */
  readonly device?: string;
  /** Type of the model wanted, such as `nmos`, where it decides between several elements. */
  readonly type?: string;
  /** Terminals that the subcircuit's nodes are called by, in order; its own nodes when left out. */
  readonly terminals?: readonly string[];
  /** Whether a node behind the terminals is the thermal one. */
  readonly thermalNode?: boolean;
  /** Bin to take whatever the geometry: `nearest`, or its name; the one around the geometry when left out. */
  readonly bin?: string;
  /** Value of `temper` in expressions, degrees Celsius; 27 when left out. */
  readonly temperatureC?: number;
  /** True where the width of a device is shared among its `nf` fingers before a bin is chosen; what the library says when left out. */
  readonly widthPerFinger?: boolean;
  /** The library where it has been read already. */
  readonly library?: ReadLibrary;
}

export interface ResolvedModel {
  /** The flat card: numbers only. */
  readonly card: ModelCard;
  /** Parameters of the device line inside the subcircuit, or of the instance, as numbers. */
  readonly instance: Readonly<Record<string, number>>;
  /** What the subcircuit puts around the device; left out where that is nothing. */
  readonly wrapper?: Wrapper;
  /** First letter of the device's element line; left out where the library does not show it. */
  readonly element?: string;
  /** Options that the circuit needs. */
  readonly options: CircuitOptions;
  /** Value of a parameter of the subcircuit's head or of the library; undefined where there is none. */
  readonly parameter: (of: 'wrapper' | 'library', name: string) => number | undefined;
  readonly report: {
    readonly files: readonly string[];
    /** Every parameter that was an expression. */
    readonly expressions: readonly ComputedExpression[];
    /** Bin that was chosen; its edges are not on the card. */
    readonly bin?: ModelBin & Place;
    /** Element that uses the model, where it is in a subcircuit. */
    readonly device?: Place & { readonly name: string };
    /** Random functions of which the nominal value was taken. */
    readonly statistical: readonly string[];
    /** True where some value was computed from the temperature: the card then holds at that temperature only. */
    readonly temperatureDependent: boolean;
    /** Statements that were passed over. */
    readonly ignored: readonly (Place & { readonly text: string })[];
    /** What a user should know of how the library was read. */
    readonly notes: readonly string[];
  };
}

/** The simulator's temperature in degrees Celsius. */
const temperatureName = 'temper';

/**
 * Resolves a model of a design kit for one geometry and temperature: files and sections put in place, subcircuits flattened, the bin chosen,
 * expressions computed. The result is a flat card, the parameters of its device, and whatever the subcircuit puts beside the device. Geometry
 * terms such as `lvth0` stay on the card, for the simulator folds them.
 * @throws EvospiceError with a `PdkErrorCode`, file and line.
 */
export function resolveModel(options: ResolveOptions): ResolvedModel {
  const language = libraryLanguages[options.language ?? 'ngspice'];
  const { statements, files } = options.library ?? readLibrary(options);
  const top = readBlock(statements, language, { [temperatureName]: options.temperatureC ?? 27, ...(language.name === 'spectre' ? { temp: options.temperatureC ?? 27 } : {}), ...lowerCase(options.parameters ?? {}) });
  const instance = lowerCase(options.instance ?? {});
  const subcircuit = top.subcircuits.get(options.name.toLowerCase());
  const flat = subcircuit === undefined ? undefined : flattened(subcircuit, top, instance, statements, options);
  const ignored = [...top.ignored, ...(flat?.ignored ?? [])];
  const kit = kitOptions(ignored, top.scope);
  const ground: PickGround = {
    language, scale: kit.circuit['scale'] ?? 1, perFinger: options.widthPerFinger ?? kit.widthPerFinger ?? language.name === 'hspice', ...defined({ bin: options.bin }),
  };
  const tuned = flat === undefined ? modelAlone(options, top, instance) : tunedElement(subcircuit!, flat.elements, options);
  const picked = pickModel(ground, tuned.model!, tuned.params, tuned.place);
  const { card, expressions } = flatCard(picked.model, tuned.model!.scope, picked.bin !== undefined, language);
  const wrapper = flat === undefined ? undefined : wrapperOf({ ground, subcircuit: subcircuit!, flat, tuned, card, pins: pinsOf(subcircuit!, options) });
  top.scope.refuseMissing();
  const blocks = [top, ...(flat?.blocks ?? [])];
  refuseRepeated(blocks, language.name, [options.name, picked.model.name, ...(flat?.elements ?? []).flatMap(({ model }) => model?.candidates.map(({ name }) => name) ?? [])]);
  return {
    card, instance: tuned.params, options: kit.circuit,
    ...defined({ wrapper, element: tuned.kind === '' ? undefined : tuned.kind }),
    parameter: (of, name) => {
      if (of === 'library') return top.scope.value(name, { file: options.file, line: 1 });
      return subcircuit?.parameters.some((each) => each.name === name) === true ? flat?.blocks[0]?.scope.value(name, subcircuit.statement) : undefined;
    },
    report: {
      files, expressions,
      ...defined({ bin: picked.bin === undefined ? undefined : { ...picked.bin, ...placeOf(picked.model.statement) } }),
      ...(flat === undefined ? {} : { device: { name: tuned.path, ...tuned.place } }),
      statistical: [...top.scope.statistical].toSorted(),
      temperatureDependent: top.scope.read.has(temperatureName) || (language.name === 'spectre' && top.scope.read.has('temp')),
      ignored: ignored.map(({ text, file, line }) => ({ text, file, line })),
      notes: [...new Set([...notesOf(blocks), ...kit.notes, ...(flat?.notes ?? []), ...picked.notes, ...top.scope.doubts, ...untuned(card, wrapper), ...passedOver(ignored)])],
    },
  };
}

/** Statistics of a Spectre library, whose nominal values are taken. */
function passedOver(ignored: readonly LibraryStatement[]): readonly string[] {
  const blocks = ignored.filter(({ text }) => /^\.statistics\b/i.test(text));
  return blocks.length === 0 ? [] : [`nominal values taken: statistics at ${blocks.map(({ file, line }) => `${file}:${line}`).join(', ')} are passed over`];
}

/** Elements beside the tuned one that use the same model with other values: what is tuned does not reach them. */
function untuned(card: ModelCard, wrapper: Wrapper | undefined): readonly string[] {
  return (wrapper?.elements ?? []).flatMap(({ name, model }) => (typeof model !== 'number' || wrapper!.models[model]!.name.toLowerCase() !== card.name.toLowerCase() ? []
    : [`${name} of the subcircuit uses the model ${card.name} with other values (its geometry enters them, or it is in another bin): tuned parameters are not set on it`]));
}

const placeOf = ({ file, line }: Place): Place => ({ file, line });

function lowerCase(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}

function flattened(subcircuit: LibrarySubcircuit, top: LibraryBlock, values: Readonly<Record<string, number>>, statements: readonly LibraryStatement[], { language = 'ngspice' }: ResolveOptions): FlatSubcircuit {
  const calls = statements.filter(({ text }) => /^x/i.test(text)).map(({ text }) => splitAssignments(text));
  const multiplied = new Set(calls.flatMap(({ words, pairs }) => (pairs.some(({ name }) => name === 'm') ? [words.at(-1)?.toLowerCase() ?? ''] : [])));
  const globals = new Set(statements.flatMap(({ text }) => /^\.global\s+(.*)$/i.exec(text)?.[1]?.toLowerCase().split(/[\s,]+/) ?? []).filter((node) => node !== '0' && node !== 'gnd'));
  return flattenSubcircuit({ language: libraryLanguages[language], multiplied, globals }, { subcircuit, outside: [top], scope: top.scope, values, nodes: subcircuit.nodes.map((_, index) => index), prefix: '', chain: [] });
}

/** Where the nodes of the subcircuit's head are among the terminals. */
function pinsOf(subcircuit: LibrarySubcircuit, { terminals, thermalNode }: ResolveOptions): readonly WrapperNode[] {
  return portMap(subcircuit, terminals ?? subcircuit.nodes, thermalNode ?? false);
}

/** A model without a subcircuit, as an element of its own. */
function modelAlone({ name, file, language = 'ngspice' }: ResolveOptions, top: LibraryBlock, params: Readonly<Record<string, number>>): FlatElement {
  const candidates = modelsNamed(name, top);
  if (candidates.length === 0) {
    const names = [...top.subcircuits.values(), ...top.models.values()].map((each) => each.name);
    const guess = nearest(name, names);
    const isModel = (text: string): boolean => /^\.model\s+(\S+?)(?:\.\d+)?\s/i.exec(text)?.[1]?.toLowerCase() === name.toLowerCase();
    const around = [...top.subcircuits.values()].find(({ body }) => body.some(({ text }) => isModel(text)));
    throw pdkError('PDK_MODEL', `the library has no model or subcircuit ${name}`, { file, line: 1 }, { received: name, expected: names.length === 0 ? 'a library with models' : `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`, remedy: around === undefined ? guess === undefined ? 'check the name, the file and the section' : `did you mean "${guess}"?` : `the model is inside the subcircuit ${around.name}: name that` });
  }
  // A model on its own reads the device's geometry as if it were parameters of the library.
  const { scope } = readBlock([], libraryLanguages[language], params, top.scope);
  return { path: name, kind: '', nodes: [], model: { candidates, scope, exact: top.models.has(name.toLowerCase()) }, params, place: placeOf(candidates[0]!.statement) };
}

/** @throws EvospiceError `PDK_AMBIGUOUS` for a definition in use that is there twice, in a language of which it is not known which counts. */
function refuseRepeated(blocks: readonly LibraryBlock[], language: LibraryLanguageName, used: readonly string[]): void {
  if (language === 'ngspice') return;
  const names = new Set(used.map((name) => name.toLowerCase()));
  const twice = blocks.flatMap(({ repeated }) => repeated).find(({ name }) => names.has(name.toLowerCase()));
  if (twice === undefined) return;
  throw pdkError('PDK_AMBIGUOUS', `the ${twice.what} ${twice.name} is defined twice`, twice.unused, {
    received: `${twice.used.file}:${twice.used.line} and ${twice.unused.file}:${twice.unused.line}`, expected: 'one definition', remedy: 'take one of them off the library',
  });
}

function notesOf(blocks: readonly LibraryBlock[]): readonly string[] {
  const at = ({ file, line }: Place): string => `${file}:${line}`;
  const repeated = blocks.flatMap((block) => block.repeated)
    .map(({ what, name, used, unused }) => `the ${what} ${name} is defined twice: the one at ${at(used)} is used, as in ngspice, ${what === 'model' ? `the one at ${at(unused)} is not` : `with the values on the head of the one at ${at(unused)}`}`);
  const unconditional = blocks.flatMap((block) => block.unconditional)
    .map((statement) => `"${statement.text}" (${at(statement)}) counts although the condition around it does not hold, as in ngspice, where .if decides about models and elements alone`);
  const tolerances = blocks.flatMap((block) => block.tolerances);
  const first = tolerances.slice(0, 3).map((each) => `${each.text} at ${at(each)}`).join(', ');
  return [...repeated, ...unconditional, ...(tolerances.length === 0 ? [] : [`nominal values taken: ${counted(tolerances.length, 'tolerance is', 'tolerances are')} passed over (${first}${tolerances.length > 3 ? ', …' : ''})`])];
}
