import { spiceSyntax, TextDialect } from '@evospice/device';
import { eldoMap } from './parameter-map.ts';

/** Model cards of Eldo: comments behind `!`, lines continued by `+`, `{expressions}`, SPICE suffixes. */
export class EldoDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: ['!'] }), eldoMap);
  }
}
