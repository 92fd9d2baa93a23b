import { dialectNumbers, spiceSyntax, TextDialect } from '@evospice/device';
import { eldoMap } from './parameter-map.ts';

/** Model cards of Eldo: comments behind `!`, lines continued by `+`, `{expressions}`, SPICE suffixes but `a` and `x`, which are refused. */
export class EldoDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: ['!'], number: dialectNumbers.eldo }), eldoMap);
  }
}
