import type { DeviceKind } from '@evospice/contracts';

/** Model families with parameters that this package knows. */
export type ModelFamily = 'bsim4' | 'bsim3' | 'diode' | 'gummel-poon' | 'vbic' | 'jfet' | 'vdmos';

/** Family by device and level, with ngspice's level numbers; undefined for a model that is not known here. */
export function modelFamily(kind: DeviceKind, model: { readonly level?: number | null | undefined; readonly type: string }): ModelFamily | undefined {
  const { level } = model;
  switch (kind) {
    case 'mosfet':
      if (level === 14 || level === 54) return 'bsim4';
      return level === 8 || level === 49 ? 'bsim3' : undefined;
    case 'bjt':
      if (level === 4 || level === 9) return 'vbic';
      return level === undefined || level === null || level === 1 ? 'gummel-poon' : undefined;
    case 'diode':
      return level === undefined || level === null || level === 1 || level === 3 ? 'diode' : undefined;
    case 'jfet':
      return level === undefined || level === null || level === 1 ? 'jfet' : undefined;
    case 'vdmos':
      return 'vdmos';
  }
}
