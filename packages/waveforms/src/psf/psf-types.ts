import type { Variable } from '../model.ts';

export type Properties = Readonly<Record<string, number | string>>;

/** A type of a PSF file; all kinds of integers and reals are `number`. */
export type PsfType = { readonly name: string; readonly properties: Properties } & (
  | { readonly kind: 'number' }
  | { readonly kind: 'complex' }
  | { readonly kind: 'string' }
  | { readonly kind: 'array'; readonly element: PsfType }
  | { readonly kind: 'struct'; readonly members: readonly PsfType[] }
);

/** A swept variable or a trace. */
export interface PsfTrace {
  readonly name: string;
  readonly type: PsfType;
  readonly properties: Properties;
}

/** A trace, or traces whose values stand together behind one name. */
export type PsfTraceEntry = PsfTrace | { readonly name: string; readonly group: readonly PsfTrace[] };

/** The traces behind the entries, groups taken apart. */
export function tracesOf(entries: readonly PsfTraceEntry[]): PsfTrace[] {
  return entries.flatMap((entry) => ('group' in entry ? entry.group : [entry]));
}

const quantities: Readonly<Record<string, string>> = {
  V: 'voltage', A: 'current', Hz: 'frequency', s: 'time', C: 'temperature', Ohm: 'resistance', F: 'capacitance',
};

/**
 * Columns of one trace: one for a number, one for each member of a struct (`device:member`).
 * Undefined if it holds text or lists, which have no column.
 */
export function columnsOf(trace: PsfTrace): Variable[] | undefined {
  const { type } = trace;
  if (type.kind === 'struct') {
    const members = type.members.map((member) => columnsOf({ name: `${trace.name}:${member.name}`, type: member, properties: {} }));
    return members.some((columns) => columns === undefined) ? undefined : members.flatMap((columns) => columns!);
  }
  if (type.kind === 'string' || type.kind === 'array') return undefined;
  const unit = trace.properties['units'] ?? type.properties['units'];
  const quantity = typeof unit === 'string' ? quantities[unit] ?? 'unknown' : 'unknown';
  return [{ name: trace.name, quantity, ...(typeof unit === 'string' && unit !== '' ? { unit } : {}), complex: type.kind === 'complex' }];
}
