import { describeError, EvospiceError, type EmbeddingModel, type LanguageModel, type Logger, type Program, type Rejection } from '@evospice/contracts';
import { differInNumbersOnly } from '@evospice/program-text';
import { engineStages } from '../events.ts';
import type { Journal } from '../loop/journal.ts';
import { askModel } from '../models/ask-model.ts';
import type { NoveltySettings } from '../settings/novelty-settings.ts';
import { ordinalOf } from '../view/program-id.ts';
import { judgePrompt, readJudgement } from './judge-prompt.ts';
import { nearestTexts, type Neighbour } from './nearest-texts.ts';
import { directionOf, embeddedText, encodeVector, nearestDirections, type Directed } from './vectors.ts';

export interface NoveltyParts {
  readonly settings: NoveltySettings;
  /** Proposers whose children differ in numbers only. */
  readonly tuners: ReadonlySet<string>;
  /** Where the settings ask for one. */
  readonly embedding?: EmbeddingModel | undefined;
  readonly judge?: LanguageModel | undefined;
  /** What programs are evolved for, for the judge. */
  readonly goal: string;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  readonly logger?: Logger | undefined;
}

/**
 * Turns children away that are too much like a program before them. They are compared with all programs that were run or are being run, whatever became of
 * those. Seeds are welcome however much alike; so are children that differ from their parent in numbers only, where that is wanted.
 *
 * What models answer is stored, so that a run that is resumed or replayed does not ask them again. A model that gives no answer lets the child go on.
 */
export class NoveltyGate {
  readonly #parts: NoveltyParts;
  readonly #directions = new Map<string, Float64Array>();

  constructor(parts: NoveltyParts) {
    this.#parts = parts;
  }

  /** @throws what a model throws once the signal has fired */
  async check(program: Program): Promise<Rejection | undefined> {
    const { settings } = this.#parts;
    const isSeed = program.parents.length === 0;
    if (!isSeed && this.#isSpared(program)) return undefined;
    const others = isSeed ? [] : this.#others(program);
    const { similarity: limit } = settings;
    const texts = limit === undefined && settings.judge === undefined ? [] : nearestTexts(program, others);
    if (limit !== undefined && atLeast(texts, limit)) return turnedAway(`${percent(texts[0]!.alike)} % alike with ${texts[0]!.program.id}, and ${100 * limit} % is too much`);
    const vectors = await this.#nearestVectors(program, others);
    const { embedding, judge } = settings;
    if (embedding !== undefined && atLeast(vectors, embedding.limit)) {
      const [nearest] = vectors as [Neighbour];
      return turnedAway(`its embedding and that of ${nearest.program.id} have a cosine of ${nearest.alike.toFixed(4)}, and ${embedding.limit} is too much`);
    }
    if (judge === undefined) return undefined;
    const near = judge.embedding !== undefined && atLeast(vectors, judge.embedding) ? vectors : atLeast(texts, judge.similarity) ? texts : [];
    return near.length === 0 ? undefined : this.#judged(program, near.slice(0, judge.programs).map((neighbour) => neighbour.program));
  }

  #isSpared(program: Program): boolean {
    const { settings, tuners, journal } = this.#parts;
    if (!(settings.spareNumbers ?? tuners.size > 0)) return false;
    const parent = journal.view.programs.get(program.parents[0] ?? '')?.program;
    return tuners.has(program.proposer) || (parent !== undefined && differInNumbersOnly(program, parent));
  }

  /** Programs that were run or are being run. */
  #others({ id }: Program): readonly Program[] {
    const records = [...this.#parts.journal.view.programs.values()];
    return records
      .filter(({ program, rejection }) => program.id !== id && (rejection === undefined || (!engineStages.includes(rejection.stage) && rejection.excused !== true)))
      .map(({ program }) => program);
  }

  /** Empty where nothing is embedded, or there is nothing to compare. */
  async #nearestVectors(program: Program, others: readonly Program[]): Promise<readonly Neighbour[]> {
    const { embedding, journal } = this.#parts;
    if (embedding === undefined) return [];
    await this.#embed(program, embedding);
    const { view } = journal;
    const own = this.#directionOf(program.id);
    if (own === undefined) return [];
    const { model } = view.embeddingOf(program.id) ?? {};
    return nearestDirections(own, others.flatMap((other): Directed[] => {
      const direction = view.embeddingOf(other.id)?.model === model ? this.#directionOf(other.id) : undefined;
      return direction === undefined ? [] : [{ program: other, direction }];
    }));
  }

  async #embed(program: Program, model: EmbeddingModel): Promise<void> {
    const { journal, signal } = this.#parts;
    if (journal.view.embeddingOf(program.id) !== undefined) return;
    try {
      const { model: name, vectors: [vector = []], usage } = await model.embed([embeddedText(program)], { signal });
      journal.write('program-embedded', { program: program.id, model: name, vector: encodeVector(vector), ...(usage === undefined ? {} : { usage }) });
    } catch (error) {
      if (signal.aborted) throw error;
      const failure = { code: EvospiceError.is(error) ? error.code : 'LLM_ANSWER', reason: describeError(error) };
      journal.write('program-embedded', { program: program.id, model: model.name, failure });
      this.#goesOn(program, failure.reason);
    }
  }

  async #judged(program: Program, neighbours: readonly Program[]): Promise<Rejection | undefined> {
    const { judge, goal } = this.#parts;
    if (judge === undefined) return undefined;
    const question = { ordinal: ordinalOf(program.id), proposer: program.proposer, purpose: 'novelty', messages: judgePrompt(program, neighbours, goal) } as const;
    const { answer, failure } = await askModel(judge, question, this.#parts);
    const verdict = answer === undefined ? undefined : readJudgement(answer.text);
    if (verdict === undefined) this.#goesOn(program, failure?.reason ?? 'the answer does not say whether it differs');
    if (verdict === undefined || verdict.differs) return undefined;
    return turnedAway(`the same idea as ${neighbours.map(({ id }) => id).join(', ')}, says ${answer?.model ?? judge.name}: ${verdict.reason}`);
  }

  #goesOn({ id }: Program, reason: string): void {
    this.#parts.logger?.warn(`${id} goes on although it could not be told whether it is new: ${reason}`);
  }

  /** Undefined for a program without a vector. */
  #directionOf(id: string): Float64Array | undefined {
    const known = this.#directions.get(id);
    if (known !== undefined) return known;
    const { vector } = this.#parts.journal.view.embeddingOf(id) ?? {};
    if (vector === undefined) return undefined;
    const direction = directionOf(vector);
    this.#directions.set(id, direction);
    return direction;
  }
}

function atLeast([nearest]: readonly Neighbour[], limit: number): boolean {
  return nearest !== undefined && nearest.alike >= limit;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function turnedAway(reason: string): Rejection {
  return { stage: 'novelty', code: 'PROGRAM_NOT_NOVEL', reason };
}
