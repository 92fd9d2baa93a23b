import { type ModelCard } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { formatSpiceNumber } from '../cards/spice-number.ts';
import { binEdges, binOf, chooseBin, type ModelBin } from './choose-bin.ts';
import { readBlock, type LibraryBlock, type LibraryModel, type LibrarySubcircuit } from './library-block.ts';
import { libraryLanguages, type LibraryLanguage, type LibraryLanguageName } from './library-language.ts';
import { splitAssignments, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { readLibrary, type LibrarySource } from './read-library.ts';
import type { Scope } from './scope.ts';

export interface ResolveOptions extends LibrarySource {
  /** Subcircuit or model wanted; the name in front of `.0`, `.1` … for a binned model. */
  readonly name: string;
  /** Instance parameters: of the subcircuit's head, or `l`, `w`, `nf`, `mult` … that a model's expressions read. SI units. */
  readonly instance?: Readonly<Record<string, number>>;
  /** Parameters of the library that are set from outside, such as corner and mismatch factors; they win over definitions in the files. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Device line of the subcircuit that is meant, where it has several. */
  readonly device?: string;
  /** Whose rules expressions follow; ngspice when left out. */
  readonly language?: LibraryLanguageName;
  /** Value of `temper` in expressions, degrees Celsius; 27 when left out. */
  readonly temperatureC?: number;
  /** True where the width of a device is shared among its `nf` fingers before a bin is chosen; false when left out. */
  readonly widthPerFinger?: boolean;
}

export interface ResolvedModel {
  /** The flat card: numbers only. */
  readonly card: ModelCard;
  /** Parameters of the device line inside the subcircuit, or of the instance, as numbers. */
  readonly instance: Readonly<Record<string, number>>;
  readonly report: {
    readonly files: readonly string[];
    /** Every parameter that was an expression. */
    readonly expressions: readonly (Place & { readonly parameter: string; readonly expression: string; readonly value: number })[];
    /** Bin that was chosen; its edges are not on the card. */
    readonly bin?: ModelBin & Place;
    /** Device line that uses the model, where it is in a subcircuit. */
    readonly device?: Place & { readonly name: string };
    /** Random functions of which the nominal value was taken. */
    readonly statistical: readonly string[];
    /** True where some value was computed from the temperature: the card then holds at that temperature only. */
    readonly temperatureDependent: boolean;
    /** Statements that were passed over. */
    readonly ignored: readonly (Place & { readonly text: string })[];
  };
}

/** The simulator's temperature in degrees Celsius. */
const temperatureName = 'temper';

interface Found {
  readonly candidates: readonly LibraryModel[];
  readonly scope: Scope;
  readonly instance: Readonly<Record<string, number>>;
  readonly place: Place;
  readonly device?: Place & { readonly name: string };
  readonly ignored: readonly LibraryStatement[];
}

/**
 * Resolves a model of a design kit for one geometry into a flat card: files and sections put in place, subcircuit parameters handed down,
 * the bin chosen, expressions computed. Geometry terms such as `lvth0` stay on the card, for the simulator folds them.
 * @throws EvospiceError with a `PdkErrorCode`, file and line.
 */
export function resolveModel(options: ResolveOptions): ResolvedModel {
  const language = libraryLanguages[options.language ?? 'ngspice'];
  const { statements, files } = readLibrary(options);
  const top = readBlock(statements, language, { [temperatureName]: options.temperatureC ?? 27, ...lowerCase(options.parameters ?? {}) });
  const place: Place = { file: options.file, line: 1 };
  const instance = lowerCase(options.instance ?? {});
  const subcircuit = top.subcircuits.get(options.name.toLowerCase());
  const found = subcircuit === undefined ? findModel(options.name, top, instance, language, place) : enter(subcircuit, [top], instance, language, options.device, []);
  const { model, bin } = pick(found, options.widthPerFinger === true);
  const { card, expressions } = flatten(model, found.scope, bin !== undefined);
  return {
    card,
    instance: found.instance,
    report: {
      files,
      expressions,
      ...(bin === undefined ? {} : { bin: { ...bin, file: model.statement.file, line: model.statement.line } }),
      ...(found.device === undefined ? {} : { device: found.device }),
      statistical: [...found.scope.statistical].toSorted(),
      temperatureDependent: found.scope.read.has(temperatureName),
      ignored: [...top.ignored, ...found.ignored].map(({ text, file, line }) => ({ text, file, line })),
    },
  };
}

function lowerCase(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Models of a name: itself, or its bins `name.0`, `name.1` … */
function modelsNamed(name: string, block: LibraryBlock): LibraryModel[] {
  const wanted = name.toLowerCase();
  const exact = block.models.get(wanted);
  if (exact !== undefined) return [exact];
  return [...block.models].filter(([key]) => key.startsWith(`${wanted}.`) && /^\d+$/.test(key.slice(wanted.length + 1))).map(([, model]) => model);
}

function findModel(name: string, top: LibraryBlock, instance: Readonly<Record<string, number>>, language: LibraryLanguage, place: Place): Found {
  const candidates = modelsNamed(name, top);
  if (candidates.length === 0) {
    const names = [...top.subcircuits.values(), ...top.models.values()].map((each) => each.name);
    const guess = nearest(name, names);
    throw pdkError('PDK_MODEL', `the library has no model or subcircuit ${name}`, place, { received: name, expected: names.length === 0 ? 'a library with models' : `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`, remedy: guess === undefined ? 'check the name, the file and the section' : `did you mean "${guess}"?` });
  }
  // A model on its own reads the device's geometry as if it were parameters of the library.
  const inside = readBlock([], language, instance, top.scope);
  return { candidates, scope: inside.scope, instance, place: candidates[0]!.statement, ignored: [] };
}

/** Goes into a subcircuit with its parameters and finds the device it is made of. */
function enter(subcircuit: LibrarySubcircuit, outside: readonly LibraryBlock[], instance: Readonly<Record<string, number>>, language: LibraryLanguage, wanted: string | undefined, chain: readonly string[]): Found {
  if (chain.includes(subcircuit.name)) throw pdkError('PDK_RECURSION', `subcircuit ${subcircuit.name} contains itself`, subcircuit.statement, { received: [...chain, subcircuit.name].join(' -> '), expected: 'subcircuits that do not contain each other', remedy: 'break the circle' });
  const heads = subcircuit.parameters.map(({ name, text }): LibraryStatement => ({ file: subcircuit.statement.file, line: subcircuit.statement.line, text: `.param ${name}=${text}` }));
  const block = readBlock([...heads, ...subcircuit.body], language, instance, outside[0]!.scope);
  const blocks = [block, ...outside];
  const devices = block.devices.flatMap((statement) => {
    const { words, pairs } = splitAssignments(statement.text);
    const [name, ...nodes] = words;
    const used = nodes.at(-1);
    if (name === undefined || used === undefined || /^[rclvieghfk]/i.test(name)) return [];
    // A model outside sees the parameters outside, not those of the subcircuit that uses it.
    const models = blocks.map(({ scope }, index) => ({ scope, candidates: modelsNamed(used, blocks[index]!) })).find((each) => each.candidates.length > 0);
    const inner = /^x/i.test(name) ? blocks.map((each) => each.subcircuits.get(used.toLowerCase())).find((each) => each !== undefined) : undefined;
    return models === undefined && inner === undefined ? [] : [{ name, statement, pairs, models, inner }];
  });
  const meant = wanted === undefined ? devices : devices.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const [device] = meant;
  if (device === undefined) {
    throw pdkError('PDK_MODEL', `subcircuit ${subcircuit.name} has no device ${wanted === undefined ? 'whose model the library has' : wanted}`, subcircuit.statement, { received: devices.map(({ name }) => name).join(', '), expected: 'a device with a model', remedy: 'include the file or section that has the model, or name another device' });
  }
  if (meant.length > 1) {
    throw pdkError('PDK_AMBIGUOUS', `subcircuit ${subcircuit.name} is made of several devices`, subcircuit.statement, { received: meant.map(({ name }) => name).join(', '), expected: 'one device', remedy: 'say which device is meant' });
  }
  const values = Object.fromEntries(device.pairs.map(({ name, text }) => [name, block.scope.evaluate({ text, file: device.statement.file, line: device.statement.line })]));
  if (device.inner !== undefined) return enter(device.inner, blocks, values, language, undefined, [...chain, subcircuit.name]);
  const { file, line } = device.statement;
  return { ...device.models!, instance: values, place: device.statement, device: { name: device.name, file, line }, ignored: block.ignored };
}

function pick(found: Found, perFinger: boolean): { readonly model: LibraryModel; readonly bin?: ModelBin } {
  const { candidates, scope, instance, place } = found;
  const [first] = candidates as [LibraryModel, ...LibraryModel[]];
  if (candidates.length === 1 && binOf(first, scope) === undefined) return { model: first };
  const size = (name: string): number => {
    const value = instance[name] ?? scope.value(name, place);
    if (value === undefined) throw pdkError('PDK_PARAMETER', `${name} of the device is not given, so that no bin can be chosen`, place, { received: Object.keys(instance).join(', '), expected: `${name} in metres`, remedy: `give ${name} with the instance` });
    return value;
  };
  const fingers = perFinger ? (instance['nf'] ?? 1) : 1;
  return chooseBin(candidates, { l: size('l'), w: size('w') / fingers }, scope, place);
}

/** The model with every expression computed. Texts that are not expressions, such as a version, stay. */
function flatten(model: LibraryModel, scope: Scope, binned: boolean): { card: ModelCard; expressions: ResolvedModel['report']['expressions'] } {
  const { file, line } = model.statement;
  const expressions: (Place & { parameter: string; expression: string; value: number })[] = [];
  const rows = new Map<string, string>();
  for (const { name, text } of model.pairs) {
    if (binned && binEdges.includes(name)) continue;
    rows.delete(name);
    if (/^(?:\d+\.\d+\.\d+|"[^"]*")$/.test(text)) {
      rows.set(name, text);
      continue;
    }
    const value = scope.evaluate({ text, file, line });
    rows.set(name, formatSpiceNumber(value));
    if (!/^[-+]?[\d.]+(?:[ed][-+]?\d+)?$/i.test(text)) expressions.push({ parameter: name, expression: text, value, file, line });
  }
  const name = binned ? model.name.replace(/\.\d+$/, '') : model.name;
  const text = [`.model ${name} ${model.type}`, ...[...rows].map(([key, value]) => `+ ${key} = ${value}`)].join('\n');
  return { card: new NgspiceDialect().parse(`${text}\n`, { file }), expressions };
}
