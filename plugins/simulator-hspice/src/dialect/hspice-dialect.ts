import { dialectNumbers, spiceSyntax, TextDialect } from '@evospice/device';
import { hspiceMap } from './parameter-map.ts';

/** Model cards of HSPICE: comments behind `$`, lines continued by `+` or by two backslashes, `'expressions'`, `x` for 1e6 and `a` for 1e-18. */
export class HspiceDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: ['$'], continueAtEnd: '\\\\', number: dialectNumbers.hspice }), hspiceMap);
  }
}
