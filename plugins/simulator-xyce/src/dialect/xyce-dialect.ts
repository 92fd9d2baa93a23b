import { dialectNumbers, spiceSyntax, TextDialect } from '@evospice/device';
import { xyceMap } from './parameter-map.ts';

/** Model cards of Xyce: comments behind `;`, lines continued by `+`, `{expressions}`, `x` for 1e6. A `$` starts no comment. */
export class XyceDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: [';'], number: dialectNumbers.xyce }), xyceMap);
  }
}
