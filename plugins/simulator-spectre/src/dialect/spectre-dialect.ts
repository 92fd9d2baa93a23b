import { dialectNumbers, TextDialect } from '@evospice/device';
import { spectreMap } from './parameter-map.ts';

/**
 * Model cards in Spectre's own language: `model name master parameter=value …`, comments behind `//`, lines continued by `+` or by a
 * backslash at their end, expressions without quotes, suffixes whose case counts. A part in `simulator lang=spice` is HSPICE's dialect.
 */
export class SpectreDialect extends TextDialect {
  constructor() {
    super(
      {
        keyword: /^model(?=\s)/,
        comments: ['//'],
        commentLine: '//',
        continueAtEnd: '\\',
        bareExpressions: true,
        number: dialectNumbers.spectre,
        missingRemedy: 'check the file; .model statements of a `simulator lang=spice` part are read by the dialect hspice',
      },
      spectreMap,
    );
  }
}
