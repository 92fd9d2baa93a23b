import { EvospiceError, type ExtensionRegistry } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { assignColumns, type AssignedColumns } from './columns/assign-columns.ts';
import { checkColumnOptions } from './columns/column-options.ts';
import { assignNetwork, portsOf } from './columns/network.ts';
import { kindOfColumns } from './device/guess-kind.ts';
import { polarityOf, wrongSign } from './device/signs.ts';
import { geometriesOf } from './facts/geometry.ts';
import { frequencyOf, temperatureOf } from './facts/surroundings.ts';
import { checkDummies, checkNamedFiles, type ImportOptions } from './import-options.ts';
import { namesOf, type ImportedKind } from './kinds.ts';
import { kindOfType } from './model/card-kind.ts';
import { chooseModel } from './model/choose-model.ts';
import { coverageOf, largestVoltage } from './model/measure-coverage.ts';
import { readBroughtCard, type BroughtCard } from './model/starting-card.ts';
import { Assumptions } from './assumptions.ts';
import { onceEach, type Ask } from './question.ts';
import { shapeOf } from './shape/curve-shape.ts';
import { entriesOf, sweepKey, type KnownSource } from './shape/entries.ts';
import { sayDensity } from './device/density.ts';
import { floorsOf, largestFloor } from './shape/floors.ts';
import { withoutStillPoints } from './shape/still-points.ts';
import { sourcesOf, type MeasuredInput, type Source } from './source.ts';
import type { TaskProposal } from './task-document.ts';

export interface ImportWork {
  readonly registry: ExtensionRegistry;
  readonly ask: Ask;
  /** Path of a library as the task names it, from its absolute one. */
  readonly libraryPath: (file: string) => string;
}

export interface ImportedTask {
  readonly proposal: TaskProposal;
  /** Text of the starting card; undefined where the task uses a library where it is. */
  readonly card?: string;
  /** Columns that no entry uses, by file. */
  readonly unused: Readonly<Record<string, readonly string[]>>;
}

/**
 * Makes a task of measured files: what they say themselves, then what the options say, then what somebody answers; everything else that was taken for true
 * is in its assumptions.
 * @throws EvospiceError `USAGE_IMPORT` for what cannot be known and nobody answers, `CARD_*` and `PDK_*` for the starting card
 */
export async function importTask(inputs: readonly MeasuredInput[], options: ImportOptions, { registry, ask: asker, libraryPath }: ImportWork): Promise<ImportedTask> {
  const ask = onceEach(asker);
  checkNamedFiles(options, inputs.map(({ name }) => name));
  const sources = sourcesOf(inputs);
  checkDummies(options, sources.some(({ network }) => network));
  const assumptions = new Assumptions(sources.map(({ name }) => name));
  sayBiasesInNames(sources, assumptions);
  const known = new Set(sources.flatMap(({ columns }) => columns.map(({ name }) => name)));
  checkColumnOptions(options.columns, known);
  const unsized = geometriesOf(sources, options);
  const brought = options.card === undefined ? undefined : await readBroughtCard(options.card, unsized.params[0] ?? {}, { registry, ask });
  const ofCard = brought === undefined ? undefined : kindOfType(brought.card.type, brought.card.value('level'));
  const kind = options.kind ?? ofCard?.kind ?? (await kindOfColumns(sources.flatMap(({ columns }) => columns), { ask, assumptions }));
  if (ofCard !== undefined && ofCard.kind !== kind) throw contradiction('--device', kind, ofCard.kind, brought!);
  const terminals = terminalsOf(kind, sources, brought);
  const assigned: AssignedColumns[] = [];
  for (const source of sources) assigned.push(await assignedOf(source, { kind, terminals, options, ask, assumptions }));
  const polarity = kind === 'diode' ? undefined : options.polarity ?? ofCard?.polarity ?? (await polarityFrom(assigned, kind, { ask, assumptions }));
  if (polarity !== undefined && ofCard?.polarity !== undefined && ofCard.polarity !== polarity) throw contradiction('--polarity', polarity, ofCard.polarity, brought!);
  const { instances, ofSource } = await unsized.named(kind, { ask, assumptions });
  const paramsOf = (index: number): Readonly<Record<string, number>> => instances.find(({ id }) => id === ofSource[index])!.params;
  const floors = floorsOf(sources, assigned, { kind, paramsOf });
  for (const [index, source] of sources.entries()) sayDensity(source, assigned[index]!, kind, paramsOf(index), assumptions);
  const knownSources: KnownSource[] = [];
  for (const [index, source] of sources.entries()) {
    const columns = assigned[index]!;
    const capacitances = columns.measure.some((each) => each.kind === 'c');
    const frequency = capacitances ? await frequencyOf(source, options.frequency, ask) : undefined;
    const network = source.network ? { ports: await portsOf(source.columns, options.ports, { terminals, ask, file: source.name }), ...options.dummies } : undefined;
    const shape = shapeOf(source.columns, columns, { kind, swept: options.columns.sweep ?? (source.network ? undefined : source.dataset.sweep) });
    const keep = withoutStillPoints(columns, shape, kind);
    if (keep !== undefined) assumptions.add(`points with v(${namesOf(kind).main}) = v(${namesOf(kind).reference}) are left out: what is measured there is offset and noise`, source.name);
    knownSources.push({
      source, shape, assigned: columns, instance: ofSource[index]!, temperatureC: temperatureOf(source, options.temperature, assumptions), floors: floors[index]!,
      ...(frequency === undefined ? {} : { frequency }), ...(network === undefined ? {} : { network }), ...(keep === undefined ? {} : { keep }),
    });
  }
  sayTwins(knownSources, assumptions);
  const vdd = largestVoltage(assigned, kind);
  const chosen = await chooseModel({
    kind, polarity, family: options.family, brought, libraryPath: brought === undefined ? undefined : libraryPath(brought.file), vdd, registry, assumptions,
    sources: knownSources, coverage: coverageOf(knownSources, instances, kind), sized: instances.every(({ params }) => params['area'] !== undefined && params['pj'] !== undefined),
  });
  const split = entriesOf(knownSources, instances, options.split, createRandom(options.seed));
  const floor = largestFloor(floors);
  const id = options.id ?? idOf(inputs) ?? kind;
  return {
    proposal: {
      id, title: options.title ?? `${namesOf(kind).label.charAt(0).toUpperCase()}${namesOf(kind).label.slice(1)}${polarity === undefined ? '' : `, ${polarity} type`}, from ${inputs.length === 1 ? inputs[0]!.name : `${inputs.length} measured files`}`,
      files: inputs.map(({ name }) => name),
      device: { kind, ...(polarity === undefined ? {} : { polarity }), ...(kind === 'mosfet' || kind === 'soi' ? { vdd } : {}), terminals },
      model: chosen.model, cardNote: chosen.note, instances, entries: split.entries, floor, tunables: chosen.tunables, splitNote: split.note, assumptions: assumptions.all,
    },
    ...(chosen.text === undefined ? {} : { card: chosen.text }),
    unused: Object.fromEntries(sources.flatMap(({ name }, index) => (assigned[index]!.unused.length === 0 ? [] : [[name, assigned[index]!.unused]]))),
  };
}

/** Files that measure the same on equal devices: one card is fitted to all of them. */
function sayTwins(sources: readonly KnownSource[], assumptions: Assumptions): void {
  const families = new Map<string, string[]>();
  for (const known of sources) families.set(sweepKey(known), [...(families.get(sweepKey(known)) ?? []), known.source.name]);
  for (const names of families.values()) if (names.length > 1) assumptions.add(`${names.join(' and ')} have the same sweeps of equal devices: one card is fitted to all of them`);
}

function sayBiasesInNames(sources: readonly Source[], assumptions: Assumptions): void {
  for (const { name, files } of sources) {
    const said = files.flatMap(({ file, at = {} }) => Object.entries(at).map(([bias, value]) => `${bias} = ${value} V in ${file.replace(/^.*\//u, '')}`));
    if (said.length > 0) assumptions.add(`${said.join(', ')}, from the names of the files`, name);
  }
}

interface Assigning {
  readonly kind: ImportedKind;
  readonly terminals: readonly string[];
  readonly options: ImportOptions;
  readonly ask: Ask;
  readonly assumptions: Assumptions;
}

/** The columns of a source; a current that cannot have its sign is asked about, and turned where the file counts it the other way round. */
async function assignedOf(source: Source, { kind, terminals, options, ask, assumptions }: Assigning): Promise<AssignedColumns> {
  const work = { file: source.name, kind, terminals, sweep: source.dataset.sweep, ask, assumptions };
  const assign = async (given: ImportOptions['columns']): Promise<AssignedColumns> => {
    const own = ofThisFile(given, source);
    return source.network ? assignNetwork(source.columns, await portsOf(source.columns, options.ports, work), { ...work, given: own }) : assignColumns(source.columns, { ...work, given: own });
  };
  const first = await assign(options.columns);
  const wrong = wrongSign(first, kind);
  if (wrong === undefined) return first;
  const { column, node, other, wrong: points, clear } = wrong;
  const answer = await ask({
    option: '--negate', file: source.name, example: column,
    text: `which way ${column} is counted: it has the wrong sign at ${points} of ${clear} points for a current into ${node}`,
    statement: `${column} has the wrong sign at ${points} of ${clear} points for a current into ${node}, given the sign of v(${node}) - v(${other}): if the file counts it out of ${node}, turn it`,
    choices: [{ value: column, label: `the file counts it out of ${node}: turn the sign of ${column}` }, { value: '', label: 'something else is wrong: stop' }],
  });
  if (answer === '') throw new EvospiceError('USAGE_IMPORT', `${column} has the wrong sign for a current into ${node}`, { file: source.name, expected: 'columns that mean what the device can do', remedy: 'say what the columns mean with --bias and --measure' });
  assumptions.add(`${column} is counted out of ${node} in the file, and turned`, source.name);
  return assign({ ...options.columns, negate: [...options.columns.negate, column] });
}

/** What is said of columns that this file has. */
function ofThisFile({ bias, measure, unit, negate, sweep }: ImportOptions['columns'], { columns }: Source): ImportOptions['columns'] {
  const has = (name: string | number): boolean => typeof name === 'number' || columns.some((column) => column.name === name);
  const kept = <T>(values: Readonly<Record<string, T>>, of: (key: string, value: T) => string | number): Record<string, T> => Object.fromEntries(Object.entries(values).filter(([key, value]) => has(of(key, value))));
  return {
    bias: kept(bias, (_, value) => value), measure: kept(measure, (name) => name), unit: kept(unit, (name) => name), negate: negate.filter(has),
    ...(sweep !== undefined && has(sweep) ? { sweep } : {}),
  };
}

function terminalsOf(kind: ImportedKind, sources: readonly Source[], brought: BroughtCard | undefined): readonly string[] {
  const { terminals, words } = namesOf(kind);
  if (kind !== 'bjt') return terminals;
  // A substrate is a terminal where somebody measured or biased it.
  const names = new Set(sources.flatMap(({ columns }) => columns.flatMap(({ reading }) => reading?.words ?? [])));
  const level = brought?.card.value('level');
  const four = (words['s' as never] as readonly string[]).some((word) => names.has(word)) || (level !== undefined && level !== 1);
  return four ? terminals : terminals.slice(0, 3);
}

async function polarityFrom(assigned: readonly AssignedColumns[], kind: ImportedKind, { ask, assumptions }: { readonly ask: Ask; readonly assumptions: Assumptions }): Promise<'n' | 'p'> {
  const found = polarityOf(assigned, kind);
  if (found !== undefined) {
    assumptions.add(`the device is of ${found} type, since most current flows at ${found === 'n' ? 'positive' : 'negative'} voltages`);
    return found;
  }
  return (await ask({ option: '--polarity', text: 'whether the device is of n or p type', example: 'n', choices: [{ value: 'n', label: 'n type' }, { value: 'p', label: 'p type' }] })) as 'n' | 'p';
}

function contradiction(option: string, received: string, expected: string, { card, file }: BroughtCard): EvospiceError {
  return new EvospiceError('USAGE_IMPORT', `${option} ${received} does not go with the card, which is ${expected}`, { received, expected, remedy: `leave ${option} out, or name another card than ${card.name} of ${file}` });
}

/** The name of the only file without its ending, or what the names of all begin with. */
function idOf(inputs: readonly MeasuredInput[]): string | undefined {
  const stems = inputs.map(({ name }) => name.replace(/\.\w+$/u, ''));
  const [first = ''] = stems;
  let common = first.length;
  for (const stem of stems) while (!stem.startsWith(first.slice(0, common))) common -= 1;
  const id = first.slice(0, common).replaceAll(/[^\w.-]+/gu, '-').replaceAll(/^[-_.]+|[-_.]+$/gu, '').toLowerCase();
  return id.length < 2 ? undefined : id;
}
