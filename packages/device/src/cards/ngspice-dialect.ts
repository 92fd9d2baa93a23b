import { ngspiceMap } from '../convert/ngspice-map.ts';
import { ngspiceSyntax } from './card-syntax.ts';
import { TextDialect } from './text-dialect.ts';

/**
 * Model cards as ngspice and SPICE3 read them: `.model name type` with `name = value` pairs over continued lines, with or
 * without parentheses, `=` or commas. Numbers follow ngspice's suffixes (`meg`, `mil`; `1X` is 1).
 */
export class NgspiceDialect extends TextDialect {
  constructor() {
    super(ngspiceSyntax, ngspiceMap);
  }
}
