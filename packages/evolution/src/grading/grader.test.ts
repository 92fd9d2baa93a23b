import { EvospiceError, type Archive, type LanguageModel } from '@evospice/contracts';
import { CellArchive, MemoryLog, scriptedLanguageModel, toyProblem, toyProgram, warningsLogger } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { replay } from '../view/replay.ts';
import { readRun } from '../view/run-fold.ts';

const axes = [{ descriptor: 'feedback.clarity', low: 0, high: 1, bins: 4 }];
const feedback = { languageModel: { name: 'any', options: {} }, criteria: { clarity: 'easy to read', promise: 'worth going on with' } };
const grades = (clarity: number, promise: number): string => `{"clarity": ${clarity}, "promise": ${promise}, "reason": "so"}`;
const answers = [grades(0.1, 0.3), `Well.\n\`\`\`json\n${grades(0.9, 0.5)}\n\`\`\``, 'no', new EvospiceError('LLM_TIMEOUT', 'too late'), grades(1, 1), '{"clarity": 1.5, "promise": 1}', grades(0.6, 0)];
/** Goes on where the stored run has left off. */
const model = (log: MemoryLog): LanguageModel & ReturnType<typeof scriptedLanguageModel> => scriptedLanguageModel(answers.slice(log.stored.filter(({ type }) => type === 'model-asked').length));
const story = (log: MemoryLog): unknown[] => log.stored.filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));
const request = (log: MemoryLog, more: object = {}, archive: Archive = new CellArchive(axes), settings: object = {}) => testRequest(log, {
  archive, models: { feedback: model(log) }, settings: testSettings({ programs: 7, feedback: { ...feedback, ...more }, ...settings }), problem: toyProblem({ validation: [{ id: 'unseen', seed: 9 }] }),
});

describe('feedback of a language model', () => {
  it('is stored with the verdict as parts and measures, and changes no score by default', async () => {
    const log = new MemoryLog();
    const asked = model(log);
    const { view } = await evolve({ ...request(log), models: { feedback: asked } });
    const judged = view.judged.map(({ verdict }) => verdict);
    expect(judged.map(({ score: { parts } }) => [parts['feedback.clarity'], parts['feedback.promise']])).toEqual([[0.1, 0.3], [0.9, 0.5], [undefined, undefined], [undefined, undefined], [1, 1], [undefined, undefined], [0.6, 0]]);
    expect(judged.map(({ measures }) => measures['feedback.clarity'])).toEqual([0.1, 0.9, 0.5, 0.5, 1, 0.5, 0.6]);
    expect(judged.map(({ note }) => note)).toEqual([
      undefined, undefined, 'no feedback, each grade is taken to be 0.5: the answer holds no JSON object', 'no feedback, each grade is taken to be 0.5: too late [LLM_TIMEOUT]', undefined,
      'no feedback, each grade is taken to be 0.5: the answer grades clarity 1.5, and a number from 0 to 1 was asked for', undefined,
    ]);
    for (const { score } of judged) expect(score.value).toBeCloseTo(score.parts['nearness'] as number, 12);
    expect(view.models).toMatchObject([{ purpose: 'feedback', questions: 7, failed: 1 }]);
    expect(asked.requests[0]?.messages[0]?.content).toContain('- clarity: easy to read');
    expect(new Set(view.elites.map(({ cell }) => cell?.join()))).toEqual(new Set(['0', '3', '2']));
    expect(replay(await readRun(log), new CellArchive(axes))).toEqual([]);
  });

  it('adds to the score by its weight, but not to that of validation', async () => {
    const { view } = await evolve(request(new MemoryLog(), { weight: 2 }));
    for (const { verdict: { score, measures } } of view.judged) {
      const added = (measures['feedback.clarity'] as number) + (measures['feedback.promise'] as number);
      expect(score.value).toBeCloseTo((score.parts['nearness'] as number) + added, 12);
    }
    expect(view.trialOf(view.champion?.program.id ?? '', 'validation')?.score?.value).toBeLessThanOrEqual(1);
  });

  it('is asked for once, wherever the run is cut off', async () => {
    const whole = new MemoryLog();
    await evolve(request(whole));
    for (let cut = 1; cut < whole.stored.length; cut += 2) {
      const log = whole.cutAfter(cut);
      const asked = model(log);
      await evolve({ ...request(log), models: { feedback: asked } });
      expect(story(log)).toEqual(story(whole));
      expect(asked.requests).toHaveLength(7 - whole.stored.slice(0, cut).filter(({ type }) => type === 'model-asked').length);
    }
  });

  it('is an objective where the archive asks for one', async () => {
    const archive: Archive = Object.assign(new CellArchive(testAxes), { shape: { kind: 'front', objectives: ['score', 'feedback.promise'] } as const });
    const { view } = await evolve(request(new MemoryLog(), {}, archive));
    expect(view.judged.map(({ verdict }) => verdict.score.objectives?.['feedback.promise'])).toEqual([0.3, 0.5, 0.5, 0.5, 1, 0.5, 0]);
    const plain = await evolve(request(new MemoryLog()));
    expect(plain.view.judged.every(({ verdict }) => verdict.score.objectives === undefined)).toBe(true);
  });

  it('leaves a child in the race that it may lift above its rival', async () => {
    const race = { race: { margin: 0 } };
    const seeds = [toyProgram(0.3, 0.7)];
    const lost = async (weight: number): Promise<number> => {
      const base = request(new MemoryLog(), { weight }, new CellArchive([{ ...testAxes[0]!, bins: 1 }]), race);
      // Half of what is possible for each: whoever is better may still have the whole.
      const grader = scriptedLanguageModel(Array.from({ length: 20 }, () => grades(0.5, 0.5)));
      return (await evolve({ ...base, models: { feedback: grader }, problem: toyProblem({ seeds }) })).view.raced.programs;
    };
    expect(await lost(0)).toBeGreaterThan(0);
    expect(await lost(2)).toBe(0);
  });

  it('is not planned for an axis that is not a criterion, nor without a model', async () => {
    await expect(evolve(request(new MemoryLog(), {}, new CellArchive([{ ...axes[0]!, descriptor: 'feedback.wit' }])))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
    await expect(evolve({ ...request(new MemoryLog()), models: {} })).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
  });
});

it('racing says when the archive is of a kind in which nobody can be said to have lost', async () => {
  const logger = warningsLogger();
  const archive: Archive = Object.assign(new CellArchive(testAxes), { rival: undefined });
  await evolve(testRequest(new MemoryLog(), { archive, logger, settings: testSettings({ programs: 3, race: {} }) }));
  expect(logger.warnings).toEqual([expect.stringContaining('`race` stops nobody')]);
});
