import { EvospiceError, nearest, type CardDialect, type ModelCard } from '@evospice/kernel';
import { modelStatements } from './card-tokens.ts';
import { readCard } from './ngspice-card.ts';

/**
 * Model cards as ngspice and SPICE3 read them: `.model name type` with `name = value` pairs over continued lines, with or
 * without parentheses, `=` or commas. Numbers follow ngspice's suffixes (`meg`, `mil`; `1X` is 1). Whatever is not a value of the
 * wanted model is written back as it was read.
 */
export class NgspiceDialect implements CardDialect {
  readonly name = 'ngspice';

  parse(text: string, source: { readonly file: string; readonly model?: string }): ModelCard {
    const { file, model } = source;
    const statements = modelStatements(text, file);
    const nameOf = (statement: (typeof statements)[number]): string => statement.tokens.find((token) => token.kind === 'word')?.text ?? '';
    const wanted = model === undefined ? statements : statements.filter((statement) => nameOf(statement).toLowerCase() === model.toLowerCase());
    const [statement] = wanted;
    if (statement !== undefined && wanted.length === 1) return readCard(text, statement, file);
    const names = statements.map(nameOf);
    if (wanted.length > 1) {
      throw new EvospiceError('CARD_SYNTAX', model === undefined ? `the file has ${wanted.length} models` : `the file defines model ${model} ${wanted.length} times`, {
        met: names.join(', '), expected: model === undefined ? 'one model, or the name of the one wanted' : 'one definition', remedy: model === undefined ? 'say which model is meant' : 'remove all but one', file, line: wanted[1]!.line,
      });
    }
    const guess = model === undefined ? undefined : nearest(model, names);
    throw new EvospiceError('CARD_MODEL_MISSING', model === undefined ? 'the file has no .model statement' : `the file has no model called ${model}`, {
      met: names.join(', '), expected: model === undefined ? 'a .model statement' : `.model ${model} …`, remedy: guess === undefined ? 'check the model name and the file' : `did you mean "${guess}"?`, file, line: 1,
    });
  }
}
