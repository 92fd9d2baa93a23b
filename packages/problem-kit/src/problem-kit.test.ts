import { EvospiceError, type Json, type Outcome } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { casesSchema, meanMeasures, meanScore, outcomeDigest, outcomeOf, type Evaluation } from './index.ts';

const outcome = (seed: number, evaluation: Evaluation): Outcome => outcomeOf({ id: 'a', seed }, evaluation);
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return EvospiceError.is(error) ? error.code : error;
  }
};

describe('outcomes of evaluations', () => {
  it('hold the figures, and artefacts apart from them', () => {
    expect(outcome(1, { score: 2, parts: { a: 1 }, artefacts: { picture: '<svg/>' } })).toEqual({ case: 'a', seed: 1, data: { score: 2, parts: { a: 1 } }, artefacts: { picture: '<svg/>' } });
    expect(outcome(1, { invalid: 'no' })).toEqual({ case: 'a', seed: 1, failure: { code: 'PROGRAM_INVALID', message: 'no' }, data: null });
  });

  it.each([null, 1, {}, { score: '1' }, { score: Infinity }, { score: NaN }, { score: 1, parts: { a: NaN } }, { score: 1, invalid: 'x' }, { score: 1, other: 2 }, { invalid: '' }])('are not made of %j', (evaluation) => {
    expect(codeOf(() => outcome(1, evaluation as Evaluation))).toBe('PROBLEM_EVALUATION');
  });
});

describe('a score over cases', () => {
  const outcomes = [outcome(1, { score: 1, parts: { p: 2, q: 0 }, measures: { m: 4 }, objectives: { o: 1 } }), outcome(2, { score: 4, parts: { p: 4 }, measures: { m: 6 }, objectives: { o: 3 } })];

  it('is their mean, with the mean of what all of them have, and their standard deviation', () => {
    expect(meanScore(outcomes)).toEqual({
      value: 2.5, parts: { p: 3 }, objectives: { o: 2 }, spread: 1.5,
      cases: [{ case: 'a', seed: 1, value: 1, parts: { p: 2, q: 0 } }, { case: 'a', seed: 2, value: 4, parts: { p: 4 } }],
    });
    expect(meanScore([outcome(1, { score: 3 })]).parts).toEqual({ score: 3 });
  });

  it('has measures of the evaluations and the length of the program, and says which is missing', () => {
    const program = { entry: 'a', files: { a: 'abc', b: 'de' } };
    expect(meanMeasures(outcomes, program, ['m', 'length'])).toEqual({ m: 5, length: 5 });
    expect(codeOf(() => meanMeasures(outcomes, program, ['other']))).toBe('PROBLEM_EVALUATION');
  });

  it('is not made of a case that the program failed on', () => {
    expect(codeOf(() => meanScore([outcome(1, { invalid: 'no' })]))).toBe('PROBLEM_EVALUATION');
  });
});

describe('cases', () => {
  it('keep what the evaluation wants to know, with a seed', () => expect(casesSchema.parse([{ id: 'a', n: 3 }])).toEqual([{ id: 'a', seed: 1, n: 3 }]));
  it('are there once each', () => {
    expect(casesSchema.safeParse([{ id: 'a' }, { id: 'a', seed: 1 }]).success).toBe(false);
    expect(casesSchema.safeParse([]).success).toBe(false);
  });
});

it('what evaluations say under the artefact `digest` is told line by line with the case, each line once', () => {
  const told = (id: string, digest: Json): Outcome => ({ case: id, seed: 1, data: { score: 1 }, artefacts: { digest, picture: '<svg/>' } });
  expect(outcomeDigest([told('one', 'slow\n\n  at the end '), told('two', ['a', 7, 'b']), told('two', 'a'), { case: 'three', seed: 1, data: null }]))
    .toEqual(['one: slow', 'one: at the end', 'two: a', 'two: b']);
  expect(outcomeDigest([told('many', Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(500)}`))]).map((line) => line.length < 400)).toEqual(Array.from({ length: 12 }, () => true));
});
