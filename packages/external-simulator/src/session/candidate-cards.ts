import { EvospiceError, type ConversionWarning, type Logger, type SimulationFailure, type Testbench } from '@evospice/contracts';
import type { CardWriter } from '../card/card-writer.ts';
import { refuseStatement } from '../card/refuse-statement.ts';
import { besideModels, MODEL_NAME } from '@evospice/testbench';

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
      this.#beside = besideModels(this.#testbench).map(({ name, card: beside }) => this.#write(beside, name).text).join('');
      refuseStatement(text + this.#beside, title, card.file);
      this.#refuseIneffective(warnings, title);
      if (warnings.length > 0) {
        logger.warn(`the card ${card.name} is not the same model in ${title} in every respect`, {
          file: card.file, warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
        });
      }
      return text + this.#beside;
    } catch (error) {
      if (!EvospiceError.is(error) || !/^(CONVERT|EXTENSION)_/.test(error.code)) throw error;
      throw new EvospiceError('SIMULATOR_MODEL', `the card ${card.name} cannot be written for ${title}: ${error.message}`, {
        received: error.received, expected: error.expected ?? `a model that ${title} has`, file: card.file, cause: error,
        remedy: error.remedy ?? 'use a simulator that has this model',
      });
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
