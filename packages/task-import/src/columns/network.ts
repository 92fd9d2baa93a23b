import { namesOf, type ImportedKind } from '../kinds.ts';
import type { Ask } from '../question.ts';
import { assignColumns, type AssignedColumns, type AssignWork, type Measured } from './assign-columns.ts';
import type { FileColumn } from './inventory.ts';

/** Columns of a file of network parameters: its biases, and the capacitances that the task makes of its matrix. */
export async function assignNetwork(columns: readonly FileColumn[], ports: readonly string[], work: AssignWork): Promise<AssignedColumns> {
  const biases = columns.filter(({ name, unit }) => !/^[RI]:/u.test(name) && unit !== 'Hz' && unit !== 'Ohm');
  const measured = ports.flatMap((column) => ports.map((row) => capacitance(row, column, work.terminals)));
  // Stand-ins for columns that exist once the task is loaded.
  const made = measured.map(({ col }): FileColumn => ({ name: col, reading: undefined, unit: 'F', values: new Float64Array(columns[0]?.values.length ?? 0), constant: false, variable: false }));
  const undriven = Object.fromEntries(work.terminals.filter((terminal) => ![namesOf(work.kind).main, namesOf(work.kind).control].includes(terminal)).map((terminal) => [terminal, 0]));
  const known = new Set(biases.map(({ name }) => name));
  const bias = Object.fromEntries(Object.entries(work.given.bias).filter(([, value]) => typeof value === 'number' || known.has(value)));
  const assigned = await assignColumns([...biases, ...made], { ...work, given: { ...work.given, bias: { ...driven(biases, work.kind, undriven), ...bias }, measure: Object.fromEntries(measured.map(({ col, hi, lo }) => [col, `${hi!.join('')}:${lo!.join('')}`])) } });
  return { ...assigned, measure: measured, unused: [] };
}

/** Terminals at signal ground, but for those that a column drives. */
function driven(biases: readonly FileColumn[], kind: ImportedKind, undriven: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const words = new Set(biases.flatMap(({ reading }) => reading?.words ?? []));
  return Object.fromEntries(Object.entries(undriven).filter(([terminal]) => !namesOf(kind).words[terminal as never] || !(namesOf(kind).words[terminal] ?? []).some((word) => words.has(word))));
}

function capacitance(row: string, column: string, terminals: readonly string[]): Measured {
  return { col: `c(${row},${column})`, kind: 'c', hi: [column], lo: row === column ? terminals.filter((terminal) => terminal !== row) : [row] };
}

/** Terminals at the ports. */
export async function portsOf(columns: readonly FileColumn[], given: readonly string[] | undefined, { terminals, ask, file }: Pick<AssignWork, 'terminals' | 'ask' | 'file'>): Promise<readonly string[]> {
  if (given !== undefined) return given;
  const count = columns.filter(({ name }) => /^R:.+\((\d+),\1\)$/u.test(name)).length;
  const answer = await (ask as Ask)({
    option: '--ports', text: `which terminals are at the ${count === 1 ? 'port' : `${count} ports`}`, file, example: terminals.slice(0, count).toReversed().join(','),
    check: (text) => (portList(text).length === count && portList(text).every((terminal) => terminals.includes(terminal)) ? undefined : `${count} of ${terminals.join(', ')}, separated by commas`),
  });
  return portList(answer);
}

export function portList(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '');
}
