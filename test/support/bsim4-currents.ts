import { compactModel } from '@evospice/compact-models';

/** Drain currents of a BSIM4 nMOS at 27 degrees Celsius over the gate, source and body at 0 V, A. */
export function drainCurrents(card: Readonly<Record<string, number>>, geometry: Readonly<Record<string, number>>, gates: readonly number[], drain: number): readonly number[] {
  const device = compactModel({ deviceKind: 'mosfet', type: 'nmos', level: 54, version: '4.5' })!.instance(card, geometry, 27);
  return gates.map((gate) => device.currents([drain, gate, 0, 0])[0]!);
}
