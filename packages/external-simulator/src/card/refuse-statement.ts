import { EvospiceError } from '@evospice/contracts';

/** What the text of a model may consist of in every dialect: a statement, lines that continue it, comments. */
const lineShape = /^(?:\.model |model |\+|\*|\/\/|\t| |$)[^\p{C}\p{Zl}\p{Zp}]*$/iu;

/**
 * Holds what a dialect wrote to the one statement it was asked for, so that nothing on a card becomes a statement of its own in a deck.
 * @throws EvospiceError `SIMULATOR_MODEL` with the line that is anything else
 */
export function refuseStatement(text: string, title: string, file: string): void {
  const odd = text.split('\n').find((line) => !lineShape.test(line));
  if (odd === undefined) return;
  throw new EvospiceError('SIMULATOR_MODEL', `the model written for ${title} has a line that is not part of a model statement: ${JSON.stringify(odd)}`, {
    received: odd, expected: 'a model statement, lines that continue it, comments', remedy: 'correct the card', file,
  });
}
