import { ByteWriter } from './byte-writer.ts';
import { cNumber } from './c-number.ts';

export interface RawPlot {
  readonly name: string;
  readonly variables: readonly (readonly [name: string, type: string])[];
  /** Real parts, variable by variable. */
  readonly real: readonly (readonly number[])[];
  /** Imaginary parts; makes the plot complex. */
  readonly imaginary?: readonly (readonly number[])[];
}

export interface RawStyle {
  readonly binary: boolean;
  readonly little?: boolean;
  readonly spectre?: boolean;
  readonly unpadded?: boolean;
}

/** Writes a raw file as the named family of programs does. */
export function writeRaw(plots: readonly RawPlot[], style: RawStyle): ReturnType<ByteWriter['finish']> {
  const writer = new ByteWriter(style.little ?? true);
  plots.forEach((plot, index) => {
    const points = Math.max(...plot.real.map((column) => column.length));
    if (index === 0 || style.spectre !== true) writer.text('Title: fixture\nDate: Mon Jan  1 00:00:00  2024\n');
    writer.text(`Plotname: ${plot.name}\nFlags: ${plot.imaginary === undefined ? 'real' : 'complex'}${style.unpadded === true ? ' unpadded' : ''}\n`);
    writer.text(`No. Variables: ${plot.variables.length}\nNo. Points: ${String(points).padEnd(8)}\n`);
    const lines = plot.variables.map(([name, type], column) => `\t${column}\t${name}\t${type}${plot.real[column]!.length < points ? ` dims=${plot.real[column]!.length}` : ''}\n`);
    writer.text(style.spectre === true ? `Variables:${lines.join('\t')}` : `Variables:\n${lines.join('')}`);
    writer.text(style.binary ? 'Binary:\n' : 'Values:\n');
    for (let point = 0; point < points; point += 1) {
      if (!style.binary) writer.text(` ${point}`);
      plot.real.forEach((column, position) => {
        if (point >= column.length) return;
        const imaginary = plot.imaginary?.[position]?.[point];
        if (style.binary) {
          writer.value(column[point]!);
          if (imaginary !== undefined) writer.value(imaginary);
        } else {
          writer.text(`\t${cNumber(column[point]!, 15)}${imaginary === undefined ? '' : `,${cNumber(imaginary, 15)}`}\n`);
        }
      });
    }
  });
  return writer.finish();
}
