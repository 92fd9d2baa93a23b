import { EvospiceError } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { ngspiceSyntax, type CardSyntax } from './card-syntax.ts';
import { modelStatements, type Statement } from './card-tokens.ts';
import { looksLikeSpectre, spectreRemedy } from './looks-like-spectre.ts';

/** The wanted model statement of a file. @throws EvospiceError `CARD_SYNTAX`, `CARD_MODEL_MISSING`, with file and line. */
export function findStatement(text: string, source: { readonly file: string; readonly model?: string }, syntax: CardSyntax = ngspiceSyntax): Statement {
  const { file, model } = source;
  const statements = modelStatements(text, file, syntax);
  const nameOf = (statement: Statement): string => statement.tokens.find((token) => token.kind === 'word')?.text ?? '';
  const wanted = model === undefined ? statements : statements.filter((statement) => nameOf(statement).toLowerCase() === model.toLowerCase());
  const [statement] = wanted;
  if (statement !== undefined && wanted.length === 1) return statement;
  const names = statements.map(nameOf);
  if (wanted.length > 1) {
    throw new EvospiceError('CARD_SYNTAX', model === undefined ? `the file has ${wanted.length} models: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}` : `the file defines model ${model} ${wanted.length} times`, {
      received: names.join(', '), expected: model === undefined ? 'one model, or the name of the one wanted' : 'one definition', remedy: model === undefined ? 'say which: model.name in task.yaml, or --model' : 'remove all but one', file, line: wanted[1]!.line,
    });
  }
  const guess = model === undefined ? undefined : nearest(model, names);
  throw new EvospiceError('CARD_MODEL_MISSING', model === undefined ? 'the file has no model statement' : `the file has no model called ${model}`, {
    received: names.join(', '), expected: model === undefined ? 'a model statement' : `a statement of model ${model}`, remedy: guess === undefined ? (syntax.missingRemedy ?? (looksLikeSpectre(text) ? spectreRemedy : 'check the model name and the file')) : `did you mean "${guess}"?`, file, line: 1,
  });
}
