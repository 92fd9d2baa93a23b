import { counted, type ChatMessage } from '@evospice/contracts';
import { proposerFor, type WeightedProposer } from '../loop/propose.ts';
import type { Estimate, Reckoned } from './estimate.ts';
import type { Rehearsed } from './rehearse.ts';

/** What is known of a language model before it is asked. */
export interface ModelFacts {
  /** Longest answer in tokens; undefined where nobody says. */
  readonly maxTokens?: number | undefined;
  /** US dollars per million tokens; undefined where it is not known. */
  readonly price?: { readonly input: number; readonly output: number } | undefined;
}

/** What the answers of one proposer's language models will cost. */
export interface ProposerForecast {
  readonly proposer: string;
  /** Names of its language models, as they are configured. */
  readonly models: readonly string[];
  readonly proposals: Reckoned;
  readonly calls: Reckoned;
  readonly inputTokens: Reckoned;
  readonly outputTokens: Reckoned;
  /** US dollars; null where the price of a model is not known. */
  readonly money: Reckoned | null;
}

export interface ProposerForecastParts {
  readonly name: string;
  /** Proposals of this proposer alone. */
  readonly proposals: Estimate;
  /** With answers that can be used, and with none that can. */
  readonly good: Rehearsed;
  readonly bad: Rehearsed;
  readonly factsOf: (model: string) => ModelFacts;
  readonly tokensOf: (messages: readonly ChatMessage[]) => Promise<number>;
}

/** Other models cut texts into up to a fifth more or fewer tokens than the encoding that is counted with. */
const CUTS = 0.2;
/** By how much prompts may grow during a run: programs get longer, and there is more to say of them. */
const GROWTH = 1.5;
/** Tokens of an answer of which nobody says how long it may be: an edit, a whole program, a program after much reasoning. */
const ANSWER: Estimate = { least: 100, planned: 1500, most: 8000 };

/**
 * How many of the proposals each proposer is asked for, the seeds not among them. Who is asked is drawn by seed and place alone, so this is exact for each
 * number of proposals.
 */
export function sharesOf(proposers: readonly WeightedProposer[], { seed, seeds, proposals }: { readonly seed: number; readonly seeds: number; readonly proposals: Estimate }): readonly Estimate[] {
  const until = (count: number): readonly number[] => {
    const shares = proposers.map(() => 0);
    for (let ordinal = seeds + 1; ordinal <= count; ordinal += 1) {
      const at = proposers.indexOf(proposerFor(proposers, seed, ordinal));
      shares[at] = (shares[at] ?? 0) + 1;
    }
    return shares;
  };
  const [least, planned, most] = [until(proposals.least), until(proposals.planned), until(proposals.most)];
  return proposers.map((_, index) => ({ least: least[index] ?? 0, planned: planned[index] ?? 0, most: most[index] ?? 0 }));
}

/** Reckons one proposer's calls from its rehearsals; null for one that asked no language model. */
export async function forecastProposer({ name, proposals, good, bad, factsOf, tokensOf }: ProposerForecastParts): Promise<ProposerForecast | null> {
  const all = [...good.proposals, ...bad.proposals].flat();
  if (all.length === 0) return null;
  const models = [...new Set(all.map(({ model }) => model))];
  const counts = good.proposals.map((exchanges) => exchanges.length);
  const usable = good.programs > 0;
  const perProposal: Estimate = {
    least: usable ? Math.min(...counts) : Math.min(1, ...counts), planned: usable ? meanOf(counts) : 1, most: Math.max(...[...good.proposals, ...bad.proposals].map((exchanges) => exchanges.length)),
  };
  const calls: Reckoned = {
    ...scaled(proposals, perProposal),
    how: `proposals × ${range(perProposal)} calls each, as ${counted(good.proposals.length, 'rehearsed proposal')} asked ${usable ? 'with answers that can be used, and with none' : 'with none that can be used: no answer of the rehearsal suited the proposer'}`,
  };
  const answer = answerOf(models.map((model) => factsOf(model).maxTokens));
  const worst = await Promise.all(all.map(({ messages }) => tokensOf(messages)));
  // Those with answers that can be used come first.
  const prompts = worst.slice(0, good.proposals.flat().length);
  const prompt: Estimate = {
    least: Math.floor(Math.min(...worst) * (1 - CUTS)), planned: meanOf(prompts.length === 0 ? worst : prompts),
    // What is asked again comes with the answers before it.
    most: Math.ceil(Math.max(...worst) * (1 + CUTS) * GROWTH) + (perProposal.most - 1) * answer.most,
  };
  return {
    proposer: name, models, calls, proposals: { ...proposals, how: 'drawn by weights, seed and place' },
    inputTokens: { ...scaled(calls, prompt), how: `calls × ${range(prompt)} tokens: real prompts made from the seeds, a fifth more or less for other tokenizers, half as much again for growth` },
    outputTokens: { ...scaled(calls, answer), how: `calls × ${range(answer)} tokens${answer.known ? ', at most maxTokens' : ', which is assumed: no maxTokens is set'}` },
    money: moneyOf(models.map((model) => factsOf(model).price), { calls, prompt, answer }),
  };
}

function answerOf(limits: readonly (number | undefined)[]): Estimate & { readonly known: boolean } {
  const known = limits.every((limit) => limit !== undefined);
  const most = Math.max(...limits.map((limit) => limit ?? ANSWER.most));
  return { least: Math.min(ANSWER.least, most), planned: Math.min(ANSWER.planned, most), most, known };
}

function moneyOf(prices: readonly ModelFacts['price'][], { calls, prompt, answer }: { readonly calls: Estimate; readonly prompt: Estimate; readonly answer: Estimate }): Reckoned | null {
  if (!prices.every((price) => price !== undefined)) return null;
  const of = (key: keyof Estimate, choose: (...dollars: number[]) => number): number =>
    choose(...prices.map(({ input, output }) => (calls[key] * (prompt[key] * input + answer[key] * output)) / 1e6));
  return { least: of('least', Math.min), planned: of('planned', (...all) => meanOf(all)), most: of('most', Math.max), how: prices.length > 1 ? 'by the cheapest model, their mean, and the dearest' : 'tokens by the price that is set' };
}

function scaled(a: Estimate, b: Estimate): Estimate {
  return { least: Math.round(a.least * b.least), planned: Math.round(a.planned * b.planned), most: Math.round(a.most * b.most) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}

function range({ least, most }: Estimate): string {
  return least === most ? String(least) : `${least} to ${most}`;
}
