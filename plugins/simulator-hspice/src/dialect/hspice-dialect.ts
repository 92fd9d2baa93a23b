import { numberReader, spiceSyntax, TextDialect } from '@evospice/device';
import { hspiceMap } from './parameter-map.ts';

/** `x` is 1e6 and `a` is 1e-18. */
export const parseHspiceNumber = numberReader({ suffixes: { x: 1e6, a: 1e-18 }, exponent: 'ed' });

/** Model cards of HSPICE: comments behind `$`, lines continued by `+` or by two backslashes, `'expressions'`, `x` for 1e6 and `a` for 1e-18. */
export class HspiceDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: ['$'], continueAtEnd: '\\\\', number: parseHspiceNumber }), hspiceMap);
  }
}
