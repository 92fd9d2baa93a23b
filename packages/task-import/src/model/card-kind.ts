import type { ImportedKind } from '../kinds.ts';

/** Device and polarity of a model type as SPICE cards write it; undefined for any other. */
export function kindOfType(type: string, level: number | undefined): { readonly kind: ImportedKind; readonly polarity?: 'n' | 'p' } | undefined {
  switch (type.toLowerCase().replaceAll(/\s+/gu, ' ').trim()) {
    case 'nmos': return { kind: isSoi(level) ? 'soi' : 'mosfet', polarity: 'n' };
    case 'pmos': return { kind: isSoi(level) ? 'soi' : 'mosfet', polarity: 'p' };
    case 'npn': return { kind: 'bjt', polarity: 'n' };
    case 'pnp': return { kind: 'bjt', polarity: 'p' };
    case 'd': return { kind: 'diode' };
    case 'njf': return { kind: 'jfet', polarity: 'n' };
    case 'pjf': return { kind: 'jfet', polarity: 'p' };
    case 'vdmos': case 'vdmos nchan': return { kind: 'vdmos', polarity: 'n' };
    case 'vdmos pchan': return { kind: 'vdmos', polarity: 'p' };
    default: return undefined;
  }
}

/** BSIM-SOI by ngspice's level numbers. */
function isSoi(level: number | undefined): boolean {
  return level === 10 || level === 58;
}
