import { dialectNumbers, spiceSyntax, TextDialect } from '@evospice/device';
import { spiceOpusMap } from './parameter-map.ts';

/** Model cards of SPICE OPUS: comment lines only, lines continued by `+`, `{expressions}`, SPICE suffixes. */
export class SpiceOpusDialect extends TextDialect {
  constructor() {
    super(spiceSyntax({ comments: [], number: dialectNumbers.spiceopus }), spiceOpusMap);
  }
}
