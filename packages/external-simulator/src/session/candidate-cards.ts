import { EvospiceError, type ConversionWarning, type Logger, type ModelCard, type SimulationFailure, type Testbench } from '@evospice/contracts';
import type { CardWriter } from '../card/card-writer.ts';
import { refuseStatement } from '../card/refuse-statement.ts';
import { besideModels, MODEL_NAME, type DeckModel } from '@evospice/testbench';

/** Warnings that say a parameter has no effect in the simulator: no candidate may set one. */
const ineffective: ReadonlySet<string> = new Set(['NO_COUNTERPART', 'UNKNOWN_PARAMETER']);

/** Writes the model statements of a testbench's candidates. */
export class CandidateCards {
  readonly #testbench: Testbench;
  readonly #write: CardWriter;
  /** Statements of the models that no candidate changes. */
  #beside = '';

  constructor(testbench: Testbench, write: CardWriter) {
    this.#testbench = testbench;
    this.#write = write;
  }

  /**
   * Model statement of the card itself, with every parameter a candidate sets standing on it. Warnings of the conversion go to the logger.
   * @throws EvospiceError `SIMULATOR_MODEL` for a card that cannot be converted, or a candidate's parameter without effect.
   */
  opening(title: string, logger: Logger): string {
    const { card, parameters } = this.#testbench;
    const values = Object.fromEntries(parameters.map((name) => [name, card.value(name) ?? 1]));
    try {
      const { text, warnings } = this.#write(card.with(values), MODEL_NAME);
      this.#beside = besideModels(this.#testbench).map((model) => this.#besideStatement(model, title, logger)).join('');
      refuseStatement(text + this.#beside, title, card.file);
      this.#refuseIneffective(warnings, title);
      sayDifferences(card, warnings, title, logger);
      return text + this.#beside;
    } catch (error) {
      throw cannotWrite(error, `the card ${card.name}`, card, title);
    }
  }

  #besideStatement({ name, card }: DeckModel, title: string, logger: Logger): string {
    try {
      const { text, warnings } = this.#write(card, name);
      sayDifferences(card, warnings, title, logger);
      return text;
    } catch (error) {
      throw cannotWrite(error, `the model ${card.name} of an element beside the device`, card, title);
    }
  }

  /** Model statement of one candidate, or why it cannot be written. */
  of(candidate: readonly number[]): string | SimulationFailure {
    const values = Object.fromEntries(this.#testbench.parameters.map((name, at) => [name, candidate[at] as number]));
    try {
      return this.#write(this.#testbench.card.with(values), MODEL_NAME).text + this.#beside;
    } catch (error) {
      // The card itself was written when the session opened, so it is these values that no statement can hold.
      if (!EvospiceError.is(error)) throw error;
      return { code: 'PARAMETER_REFUSED', message: error.message };
    }
  }

  #refuseIneffective(warnings: readonly ConversionWarning[], title: string): void {
    const { card, parameters } = this.#testbench;
    const without = warnings.filter(({ code, parameter }) => ineffective.has(code) && parameters.includes(parameter));
    if (without.length === 0) return;
    throw new EvospiceError('SIMULATOR_MODEL', `the model of ${title} has no parameter ${without.map(({ parameter }) => parameter).join(', ')}`, {
      received: without.map(({ parameter }) => parameter), expected: 'tunable parameters that act on the simulation', file: card.file,
      remedy: without.map(({ message }) => message).join('; '),
    });
  }
}

function sayDifferences(card: ModelCard, warnings: readonly ConversionWarning[], title: string, logger: Logger): void {
  if (warnings.length === 0) return;
  logger.warn(`the card ${card.name} is not the same model in ${title} in every respect`, {
    file: card.file, warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
  });
}

/** What a conversion said, as what the simulator says; other errors as they are. */
function cannotWrite(error: unknown, what: string, card: ModelCard, title: string): unknown {
  if (!EvospiceError.is(error) || !/^(CONVERT|EXTENSION)_/.test(error.code)) return error;
  return new EvospiceError('SIMULATOR_MODEL', `${what} cannot be written for ${title}: ${error.message}`, {
    received: error.received, expected: error.expected ?? `a model that ${title} has`, file: card.file, cause: error,
    remedy: error.remedy ?? 'use a simulator that has this model',
  });
}
