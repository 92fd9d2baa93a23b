import { defined, EvospiceError } from '@evospice/contracts';
import { readUnit } from '@evospice/readers';
import { namesOf, terminalOf, type ImportedKind } from '../kinds.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Ask } from '../question.ts';
import type { ColumnOptions } from './column-options.ts';
import { isConstant, isStepped, scaledValues, type FileColumn } from './inventory.ts';

/** How a terminal is driven, in the words of a task. */
export type Bias = number | string | { readonly col: string; readonly force: 'i' };

export interface Measured {
  readonly col: string;
  readonly kind: 'i' | 'c';
  readonly node?: string;
  readonly hi?: readonly string[];
  readonly lo?: readonly string[];
}

/** What the columns of a file mean for a device. */
export interface AssignedColumns {
  readonly bias: Readonly<Record<string, Bias>>;
  readonly measure: readonly Measured[];
  /** What the task must say of columns. */
  readonly columns: Readonly<Record<string, { readonly unit?: string; readonly scale?: number }>>;
  /** Values of a column as the task will have them, in base units. */
  valuesOf(name: string): Float64Array;
  /** Columns that mean nothing here. */
  readonly unused: readonly string[];
}

export interface AssignWork {
  /** Name of the file, for people. */
  readonly file: string;
  readonly kind: ImportedKind;
  readonly terminals: readonly string[];
  readonly given: ColumnOptions;
  /** Column that the file says is swept. */
  readonly sweep: string | undefined;
  readonly ask: Ask;
  readonly assumptions: Assumptions;
}

const baseUnit = { v: 'V', i: 'A', c: 'F' } as const;

/**
 * Finds out from names and units which column drives or measures which terminal.
 * @throws EvospiceError `USAGE_IMPORT` where a terminal, a unit or a measured column cannot be known and nobody answers
 */
export async function assignColumns(columns: readonly FileColumn[], work: AssignWork): Promise<AssignedColumns> {
  const { kind, given, terminals, assumptions, file } = work;
  const said: Record<string, { unit?: string; scale?: number }> = {};
  const named = (name: string): FileColumn => columns.find((column) => column.name === name)!;
  const bias: Record<string, Bias> = {};
  for (const terminal of terminals) {
    const drive = await driveOf(terminal, columns, work);
    if (typeof drive !== 'object' || !('column' in drive)) {
      bias[terminal] = drive;
      continue;
    }
    const { column, quantity, turned } = drive;
    await sayUnit(said, column, quantity, work);
    if (turned !== given.negate.includes(column.name)) said[column.name] = { ...said[column.name], scale: -1 };
    if (turned) assumptions.add(`${column.name} is the voltage of ${namesOf(kind).reference} against ${terminal}: its sign is turned`, file);
    bias[terminal] = quantity === 'i' ? { col: column.name, force: 'i' } : column.name;
  }
  const driving = new Set(Object.values(bias).map((drive) => (typeof drive === 'object' ? drive.col : drive)));
  const isSwept = (name: string): boolean => name === work.sweep || (!named(name).constant && !isStepped(named(name).values));
  const measure = measuredIn(columns.filter(({ name }) => !driving.has(name)), bias, { ...work, isSwept });
  if (measure.length === 0) throw nothingMeasured(columns, work);
  for (const { col, kind: quantity } of measure) {
    await sayUnit(said, named(col), quantity, work);
    if (given.negate.includes(col)) said[col] = { ...said[col], scale: -1 };
  }
  const used = new Set([...driving, ...measure.map(({ col }) => col)]);
  return {
    bias, measure, columns: said,
    valuesOf: (name) => scaledValues(named(name), said[name]?.unit, said[name]?.scale),
    unused: columns.filter(({ name, constant }) => !used.has(name) && !constant).map(({ name }) => name),
  };
}

type Drive = Exclude<Bias, object> | { readonly column: FileColumn; readonly quantity: 'v' | 'i'; readonly turned: boolean };

async function driveOf(terminal: string, columns: readonly FileColumn[], work: AssignWork): Promise<Drive> {
  const { kind, given, assumptions, file, ask } = work;
  const { reference, main, control } = namesOf(kind);
  const told = given.bias[terminal];
  if (typeof told === 'number') return told;
  const toldColumn = told === undefined ? undefined : columns.find(({ name }) => name === told);
  if (toldColumn !== undefined) return { column: toldColumn, quantity: isCurrent(toldColumn) ? 'i' : 'v', turned: false };
  const voltages = columns.flatMap((column) => voltageAt(column, terminal, kind));
  const currents = columns.filter((column) => isCurrent(column) && currentInto(column, kind) === terminal && given.measure[column.name] === undefined);
  const voltage = voltages.find(({ column }) => column.name === work.sweep || column.variable) ?? voltages[0];
  const forced = currents.find((column) => isForced(column, terminal, voltage?.column, work));
  if (forced !== undefined && (voltage === undefined || !(voltage.column.variable || voltage.column.name === work.sweep))) {
    if (voltage !== undefined) assumptions.add(`${forced.name} is forced into ${terminal}, since it stays along a curve while ${voltage.column.name} moves`, file);
    return { column: forced, quantity: 'i', turned: false };
  }
  if (voltage !== undefined) return { ...voltage, quantity: 'v' };
  // A bridge drives one terminal, and the others are at signal ground.
  const onlyCapacitances = columns.some(isCapacitance) && !columns.some((column) => isCurrent(column) && currentInto(column, kind) !== undefined);
  if ((terminal !== main && terminal !== control) || onlyCapacitances) {
    assumptions.add(`terminal ${terminal} is at 0 V, as no column is its voltage${terminal === reference ? ' and others refer to it' : ''}`, file);
    return 0;
  }
  const answer = await ask({
    option: '--bias', text: `which column is the voltage of terminal ${terminal} (of ${columns.map(({ name }) => name).join(', ')}), or the volts at it`, file, example: `${terminal}=<column or volts>`,
    check: (text) => (columns.some(({ name }) => name === text) || (text.trim() !== '' && Number.isFinite(Number(text))) ? undefined : `one of ${columns.map(({ name }) => name).join(', ')}, or a number of volts`),
  });
  const column = columns.find(({ name }) => name === answer);
  return column === undefined ? Number(answer) : { column, quantity: isCurrent(column) ? 'i' : 'v', turned: false };
}

/**
 * Whether a current is what the instrument set: the file says so, or it stays for some rows while the voltage of its terminal moves. No current is
 * forced into a gate: its small readings repeat, too.
 */
function isForced({ name, variable, values }: FileColumn, terminal: string, voltage: FileColumn | undefined, { kind, sweep }: AssignWork): boolean {
  const stated = name === sweep || variable;
  if (kind !== 'bjt' && kind !== 'diode') return stated && voltage === undefined && terminal !== namesOf(kind).control;
  return stated || (isStepped(values) && (voltage === undefined || (!isStepped(voltage.values) && !isConstant(values))));
}

/** A column as the voltage of a terminal against the reference; a name such as `Vsg` is turned. */
function voltageAt(column: FileColumn, terminal: string, kind: ImportedKind): readonly { readonly column: FileColumn; readonly turned: boolean }[] {
  const { reading, unit } = column;
  if (reading?.quantity !== 'v' || (unit !== undefined && unit !== 'V')) return [];
  const [first, second] = reading.words.map((word) => terminalOf(kind, word));
  const { reference } = namesOf(kind);
  if (first === terminal && (reading.words.length === 1 || second === reference)) return [{ column, turned: false }];
  return first === reference && second === terminal && first !== second ? [{ column, turned: true }] : [];
}

function isCurrent({ unit, reading }: FileColumn): boolean {
  return unit === undefined ? reading?.quantity === 'i' : /^A(?:\/m(?:\^2)?)?$/u.test(unit);
}

function isCapacitance({ unit, reading }: FileColumn): boolean {
  return unit === undefined ? reading?.quantity === 'c' : /^F(?:\/m(?:\^2)?)?$/u.test(unit);
}

/** Terminal that a current flows into by its name: the first letter of `Id`, `Ids`, `DrainI`. */
export function currentInto({ reading }: FileColumn, kind: ImportedKind): string | undefined {
  const [word] = reading?.quantity === 'i' ? reading.words : [];
  return word === undefined ? undefined : terminalOf(kind, word);
}

function measuredIn(columns: readonly FileColumn[], bias: Readonly<Record<string, Bias>>, work: AssignWork & { readonly isSwept: (name: string) => boolean }): readonly Measured[] {
  const { kind, given, file, assumptions, terminals } = work;
  const told = columns.filter(({ name }) => given.measure[name] !== undefined);
  if (told.length > 0) return told.map((column) => toldMeasure(column, given.measure[column.name]!, terminals));
  const { main, reference, alsoFitted } = namesOf(kind);
  const currents = columns.filter((column) => isCurrent(column) && !isConstant(column.values));
  const into = (terminal: string): FileColumn | undefined => currents.find((column) => currentInto(column, kind) === terminal);
  // The control current counts where its voltage is swept, not where it stays along a curve.
  const sweepsControl = Object.entries(bias).some(([terminal, drive]) => alsoFitted.includes(terminal) && typeof drive === 'string' && work.isSwept(drive));
  const first = mainCurrent(into(main), into(reference), work);
  const wanted = [first, ...(sweepsControl ? alsoFitted.map((terminal) => ({ column: into(terminal), node: terminal })) : [])];
  const found = wanted.flatMap((each): Measured[] => (each?.column === undefined ? [] : [{ col: each.column.name, kind: 'i', node: each.node }]));
  const [only] = currents;
  if (found.length === 0 && only !== undefined && currents.length === 1) {
    assumptions.add(`${only.name} is the current into ${main}, as there is no other current`, file);
    found.push({ col: only.name, kind: 'i', node: main });
  }
  return [...found, ...columns.filter((column) => isCapacitance(column) && !isConstant(column.values)).flatMap((column) => capacitanceOf(column, work))];
}

interface MainCurrent {
  readonly column: FileColumn;
  readonly node: string;
}

/** Both ends of a diode are often measured: the quieter reading counts. Elsewhere it is the main terminal's own. */
function mainCurrent(at: FileColumn | undefined, other: FileColumn | undefined, { kind, file, assumptions }: AssignWork): MainCurrent | undefined {
  const { main, reference } = namesOf(kind);
  if (at === undefined) return other === undefined ? undefined : { column: other, node: reference };
  if (kind !== 'diode' || other === undefined || smallest(at) <= smallest(other)) return { column: at, node: main };
  assumptions.add(`${other.name} is fitted and ${at.name} is not, as its smallest readings are smaller`, file);
  return { column: other, node: reference };
}

/** Size below which a twentieth of the readings are. */
function smallest({ values }: FileColumn): number {
  const sizes = values.filter((value) => !Number.isNaN(value)).map(Math.abs).toSorted();
  return sizes[Math.floor(sizes.length / 20)] ?? 0;
}

/** `Cgd` is between g and d, `Cgg` between g and all others; a capacitance without letters lies between the control or main terminal and all others. */
function capacitanceOf({ name, reading }: FileColumn, { kind, terminals, file, assumptions }: AssignWork): readonly Measured[] {
  const words = (reading?.words ?? []).map((word) => terminalOf(kind, word));
  const { main, control = main } = namesOf(kind);
  if (words.includes(undefined)) return [];
  const hi = words[0] ?? control;
  const rest = [...new Set(words.slice(1))].filter((terminal) => terminal !== hi) as string[];
  const lo = rest.length > 0 ? rest : terminals.filter((terminal) => terminal !== hi);
  if (words.length === 0) assumptions.add(`${name} is the capacitance between ${hi} and ${lo.join(', ')}`, file);
  return [{ col: name, kind: 'c', hi: [hi], lo }];
}

function toldMeasure(column: FileColumn, text: string, terminals: readonly string[]): Measured {
  const [hi, lo] = text.split(':').map((side) => (terminals.includes(side) ? [side] : [...side]));
  const unknown = [...(hi ?? []), ...(lo ?? [])].find((terminal) => !terminals.includes(terminal));
  if (unknown !== undefined || hi === undefined || (lo === undefined && hi.length !== 1)) {
    throw new EvospiceError('USAGE_IMPORT', `--measure ${column.name}=${text}: ${unknown === undefined ? 'this is not one terminal' : `there is no terminal "${unknown}"`}`, {
      received: text, expected: `a terminal (${terminals.join(', ')}) for a current, two sides such as ${terminals[1]}:${terminals[0]} for a capacitance`, remedy: 'name the terminal that the current flows into',
    });
  }
  return lo === undefined ? { col: column.name, kind: 'i', node: hi[0]! } : { col: column.name, kind: 'c', hi, lo };
}

async function sayUnit(said: Record<string, { unit?: string; scale?: number }>, column: FileColumn, quantity: 'v' | 'i' | 'c', { given, ask, file, assumptions }: AssignWork): Promise<void> {
  if (column.unit !== undefined) return;
  const { name, reading } = column;
  const example = { v: 'V', i: 'uA', c: 'pF' }[quantity];
  let unit = given.unit[name];
  if (unit === undefined && reading?.unit !== undefined) {
    unit = reading.unit;
    assumptions.add(`${name} is in ${unit}, as its name ends so`, file);
  }
  if (unit === undefined && quantity === 'v') {
    unit = 'V';
    assumptions.add(`${name} is in V, as the file states no unit`, file);
  }
  unit ??= (await ask({
    option: '--unit', text: `which unit column ${name} is in`, file, example: `${name}=${example}`,
    check: (text) => (readUnit(text)?.base.startsWith(baseUnit[quantity]) === true ? undefined : `a unit of ${baseUnit[quantity]}, such as ${example}`),
  }));
  said[name] = { ...said[name], unit };
}

function nothingMeasured(columns: readonly FileColumn[], { file, kind }: AssignWork): EvospiceError {
  const { main } = namesOf(kind);
  return new EvospiceError('USAGE_IMPORT', 'no column of the file is known as a current or a capacitance of the device', defined({
    file, received: columns.map(({ name }) => name).join(', '), expected: `a column such as I${main}, or --measure`, remedy: `say what was measured: --measure <column>=${main} for the current into ${main}`,
  }));
}

/** Unit of a column: that of the file, or what was said of it. */
export function assignedUnit(columns: readonly FileColumn[], { columns: said }: AssignedColumns, name: string): string | undefined {
  return columns.find((column) => column.name === name)?.unit ?? said[name]?.unit;
}
