import { createHash } from 'node:crypto';

/** Devices to be drawn of each family, 30 in all. */
const families = { bsim4: 4, bsim3: 4, diode: 4, 'gummel-poon': 4, vbic: 4, hicum: 3, jfet: 4, vdmos: 3 } as const;

export interface FreshDevice {
  readonly family: keyof typeof families;
  readonly seed: number;
}

/**
 * Thirty devices that nobody can have looked at while a program was made: their seeds are hashes of its text, so that they could not be known before it was
 * what it is, and another text has other devices.
 * @param text of the program, whole
 */
export function freshDevices(text: string): readonly FreshDevice[] {
  return Object.entries(families).flatMap(([family, count]) => Array.from({ length: count }, (_, index) => ({
    family: family as FreshDevice['family'],
    // 31 bits: what every generator takes.
    seed: createHash('sha256').update(`${family} ${index}\n${text}`).digest().readUInt32BE(0) >>> 1,
  })));
}
