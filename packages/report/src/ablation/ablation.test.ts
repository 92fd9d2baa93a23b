import { describe, expect, it } from 'vitest';
import { renderAblationReport } from '../html/ablation-page.ts';
import { parseHtml } from '../testing/parse-html.ts';
import type { AblationEvents, ArmRun } from './ablation-events.ts';
import { analyseAblation } from './analyse-ablation.ts';
import { ablationText } from './ablation-text.ts';

export const ablationPlan: AblationEvents['ablation-started'] = {
  arms: [{ arm: 'whole', lacks: '' }, { arm: 'no-archive', lacks: 'the archive' }, { arm: 'no-race', lacks: 'racing' }],
  idle: [{ arm: 'no-lessons', lacks: 'lessons', why: 'no proposer draws <lessons>' }], seeds: [3, 4, 5, 6], versions: { evospice: '0.1.0' },
};

export const armRun = (arm: string, seed: number, score: number | null, more: Partial<ArmRun> = {}): ArmRun => ({
  arm, seed, score, champion: score === null ? null : 'p0002', programs: 10, proposals: 12, evaluations: 20, cost: 100, tokens: 0, money: null, folder: `${arm}-${seed}`, problem: 'h', ...more,
});

const runs: readonly ArmRun[] = [
  ...[1, 2, 3, 4].map((score, index) => armRun('whole', 3 + index, score, { validation: index === 3 ? null : score / 2, tokens: 50, money: index })),
  ...[0.5, 1.75, 2.875, 3.9375].map((score, index) => armRun('no-archive', 3 + index, score, { validation: 0.25 })),
  armRun('no-race', 3, 1.5), armRun('no-race', 4, null), armRun('no-race', 9, 7), armRun('other', 3, 7),
];

describe('an ablation', () => {
  const analysis = analyseAblation(ablationPlan, runs);

  it('pairs the whole with each arm by seed, and leaves out pairs that lack a value', () => {
    const [archive, race, validation] = analysis.comparisons;
    expect(archive).toMatchObject({ arm: 'no-archive', measure: 'score', differences: [0.5, 0.25, 0.125, 0.0625], mean: 0.234375, pValue: 0.125, adjustedPValue: 0.25 });
    // The ends are resamples of the smallest and of the largest differences.
    expect(archive?.interval?.[0]).toBeGreaterThanOrEqual(0.0625);
    expect(archive?.interval?.[1]).toBeLessThanOrEqual(0.5);
    expect(race).toMatchObject({ arm: 'no-race', measure: 'score', differences: [-0.5], interval: null, pValue: 1 });
    expect(validation).toMatchObject({ arm: 'no-archive', measure: 'validation', differences: [0.25, 0.75, 1.25] });
    expect(analysis.comparisons).toHaveLength(3);
  });

  it('sums up arms: medians of what they are worth, a failure as the worst, means of what they used', () => {
    const [whole, archive, race] = analysis.arms;
    expect(whole).toMatchObject({ score: { lower: 1.75, median: 2.5, upper: 3.25 }, validation: { median: 0.75 }, confirmed: null, tokens: 50, money: 1.5, evaluations: 20 });
    expect(archive?.score?.median).toBe(2.3125);
    expect(race).toMatchObject({ score: { lower: null, median: null, upper: null }, validation: null });
    expect(analysis.missing).toBe(2);
  });

  it('is told in a terminal and on a page, with what was not run and why', () => {
    const text = ablationText(analysis);
    for (const part of ['no-archive', '+0.2344', '0.1250', 'no-lessons was not run: no proposer draws <lessons>', '2 runs are missing', 'Differences in validation']) expect(text).toContain(part);
    const page = parseHtml(renderAblationReport(analysis, { title: 'An <ablation>', versions: {}, configuration: '{}', commands: ['evospice ablate a.yaml'] }));
    for (const part of ['An <ablation>', 'no proposer draws <lessons>', '+0.2344', 'Wilcoxon’s test cannot give a p-value below 0.13', 'whole-3', 'failed']) expect(page.text).toContain(part);
    expect(page.elements.filter(({ name }) => name === 'svg')).toHaveLength(2);
  });

  it('of which nothing is finished says so', () => {
    const empty = analyseAblation(ablationPlan, []);
    expect([empty.missing, empty.comparisons, empty.arms[0]?.score]).toEqual([12, [], null]);
    expect(parseHtml(renderAblationReport(empty, { title: 'x', versions: {}, configuration: null, commands: [] })).text).toContain('12 runs are missing');
  });
});
