import { spiceNumber, type DeckElement } from '@evospice/external-simulator';

/** Spectre's masters of elements without a model, with the parameter that is their value. */
const masters: Readonly<Record<string, readonly [master: string, value: string]>> = {
  r: ['resistor', 'r'], c: ['capacitor', 'c'], l: ['inductor', 'l'], v: ['vsource type=dc', 'dc'], i: ['isource type=dc', 'dc'],
  e: ['vcvs', 'gain'], g: ['vccs', 'gm'], f: ['cccs', 'gain'], h: ['ccvs', 'rm'],
};
/** What Spectre calls parameters of resistors, capacitors and inductors that it calls otherwise than SPICE. */
const names: Readonly<Record<string, string>> = { dtemp: 'trise' };

/** An element beside a device, as Spectre writes it. */
export function besideLine({ name, kind, nodes, model, control, value, params }: DeckElement): string {
  const [primitive, own = ''] = masters[kind] ?? [];
  const settings = [
    ...(control === undefined ? [] : [`probe=${control}`]),
    ...(value === undefined || model !== undefined ? [] : [`${own}=${spiceNumber(value)}`]),
    ...Object.entries(params).filter(([key, number]) => key !== 'm' || number !== 1)
      .map(([key, number]) => `${model === undefined ? names[key] ?? key : key}=${spiceNumber(number)}`),
  ];
  return [name, `(${nodes.join(' ')})`, model ?? primitive, ...settings].join(' ');
}
