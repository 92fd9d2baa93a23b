/** One plot of an ngspice raw file. */
export interface RawPlot {
  readonly title: string;
  readonly complex: boolean;
  readonly points: number;
  /** Column of each variable, by lower-case name such as `i(va0_0)` or `v(n0_1)`. */
  readonly columns: ReadonlyMap<string, number>;
  /** Real parts of a column. */
  real(column: number): Float64Array;
  /** Imaginary parts of a column; 0 in a real plot. */
  imaginary(column: number): Float64Array;
}

const latin1 = new TextDecoder('latin1');
const marker = new TextEncoder().encode('Binary:\n');

/**
 * Plots of a binary raw file, in order (ngspice manual, "Raw file format"). A plot that is cut short, or whose header
 * cannot be read, ends the list: its absence is what callers look for.
 */
export function readRawPlots(bytes: Uint8Array): readonly RawPlot[] {
  const plots: RawPlot[] = [];
  let at = 0;
  while (at < bytes.length) {
    const body = indexOf(bytes, at);
    if (body < 0) break;
    const header = readHeader(latin1.decode(bytes.subarray(at, body - marker.length)));
    if (header === undefined) break;
    const size = header.points * header.variables * (header.complex ? 16 : 8);
    if (body + size > bytes.length) break;
    plots.push(plotOf(header, bytes, body, size));
    at = body + size;
  }
  return plots;
}

interface Header {
  readonly title: string;
  readonly complex: boolean;
  readonly points: number;
  readonly variables: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** A field of the header; its value may be empty. */
function field(text: string, name: string): string | undefined {
  return new RegExp(String.raw`^${name}:[ \t]*(.*)$`, 'm').exec(text)?.[1]?.trim();
}

function readHeader(text: string): Header | undefined {
  const variables = Number(field(text, String.raw`No\. Variables`));
  const points = Number(field(text, String.raw`No\. Points`));
  const flags = field(text, 'Flags');
  const list = text.split('\nVariables:\n')[1];
  if (!Number.isInteger(variables) || !Number.isInteger(points) || flags === undefined || list === undefined) return undefined;
  const columns = new Map<string, number>();
  for (const line of list.split('\n')) {
    const [, index, name] = line.split('\t');
    if (name !== undefined) columns.set(name.toLowerCase(), Number(index));
  }
  return { title: field(text, 'Title') ?? '', complex: flags.includes('complex'), points, variables, columns };
}

function plotOf(header: Header, bytes: Uint8Array, body: number, size: number): RawPlot {
  // A copy, because the numbers in the file are not aligned. They are in the machine's own byte order.
  const aligned = new Uint8Array(size);
  aligned.set(bytes.subarray(body, body + size));
  const values = new Float64Array(aligned.buffer);
  const { points, variables, complex } = header;
  const width = complex ? 2 : 1;
  const take = (offset: number): Float64Array => {
    const column = new Float64Array(points);
    for (let point = 0, at = offset; point < points; point += 1, at += variables * width) column[point] = values[at] as number;
    return column;
  };
  return {
    ...header,
    real: (column) => take(column * width),
    imaginary: (column) => (complex ? take(column * width + 1) : new Float64Array(points)),
  };
}

/** Position after the next `Binary:` line at or after `from`, or -1. */
function indexOf(bytes: Uint8Array, from: number): number {
  const first = marker[0] as number;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (marker.every((byte, offset) => bytes[at + offset] === byte)) return at + marker.length;
  }
  return -1;
}
