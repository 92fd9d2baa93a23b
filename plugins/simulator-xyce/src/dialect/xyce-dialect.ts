import { numberReader, spiceSyntax, TextDialect } from '@evospice/device';
import { xyceMap } from './parameter-map.ts';

/** `x` is 1e6; an `a` is ampere and scales nothing. */
export const parseXyceNumber = numberReader({ suffixes: { x: 1e6 }, exponent: 'e' });

/** Model cards of Xyce: comments behind `;`, lines continued by `+`, `{expressions}`, `x` for 1e6. A `$` starts no comment. */
export class XyceDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: [';'], number: parseXyceNumber }), xyceMap);
  }
}
