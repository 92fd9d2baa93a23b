import { analysesOf, sampleBenchRuns, type BenchAnalysis } from '@evospice/bench';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../testing/parse-html.ts';
import { renderBenchReport, type BenchReportFacts } from './bench-page.ts';

const facts: BenchReportFacts = {
  name: 'Sample <suite>', facts: [{ label: 'Simulator', value: 'none' }], notices: [], notApplicable: [{ entry: 'lm', task: 't', reason: 'discrete [OPTIMIZER_UNSUPPORTED]\n  expected: another' }], suite: 'name: sample', commands: ['npx evospice bench sample.yaml'],
};
const [analysis] = analysesOf(sampleBenchRuns({ tasks: 4, seeds: 5 })) as [BenchAnalysis];

describe('benchmark report', () => {
  const page = parseHtml(renderBenchReport([analysis], facts));
  const labels = page.elements.filter(({ name, attributes }) => name === 'svg' && attributes['role'] === 'img').map(({ attributes }) => attributes['aria-label'] ?? '');

  test('draws every picture, each once', () => {
    expect(labels.filter((label) => label.startsWith('Share of targets'))).toHaveLength(1 + 4);
    expect(labels.filter((label) => label.startsWith('Best error so far'))).toHaveLength(4);
    expect(labels.filter((label) => label.includes('profile at tau'))).toHaveLength(6);
    expect(labels.filter((label) => label.startsWith('Critical-difference'))).toHaveLength(1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('states each entry of the overall table with the analysis’s figures', () => {
    for (const { entry, meanRank, ecdfArea } of analysis.overall) {
      expect(page.text).toContain(entry);
      expect(page.text).toContain(meanRank.toFixed(2));
      expect(page.text).toContain(ecdfArea.toFixed(3));
    }
    expect(page.text).toContain('Sample <suite>');
  });

  test('says how many simulations entries take to the error of the control', () => {
    const { control, overall, times } = analysis.controlTimes;
    expect(page.text).toContain(`final error of ${control} (median over seeds)`);
    for (const { ratio, lost, tasks } of overall) expect(page.text).toContain(`${Number(ratio.toPrecision(3))} × ${lost.length}/${tasks}`);
    expect(times.some(({ simulations }) => simulations === null)).toBe(true);
    expect(page.text).toMatch(/> 400 \(< 0\.\d+\)/);
  });

  test('says what failed, what was refused and what no run reached', () => {
    expect(page.text).toMatch(/1 run ended with an error of the optimizer \(nelder-mead: /);
    expect(page.text).toContain('discrete');
    expect(page.text).not.toContain('OPTIMIZER_UNSUPPORTED');
    expect(page.text).toMatch(/∞ \(0\/5\)/);
  });

  test('tells what is missing from what an entry refused', () => {
    const gap = { task: 't', seeds: [1] };
    const holed = { ...analysis, gaps: [{ entry: 'late', ...gap, reason: null }, { entry: 'choosy', ...gap, reason: 'no' }] };
    const { text } = parseHtml(renderBenchReport([holed], facts));
    expect(text).toContain('runs are missing for late on t;');
    expect(text).toContain('not applicable, for the reasons given at the end: choosy on t;');
  });

  test('repeats its sections for each budget, with ids of their own', () => {
    const two = parseHtml(renderBenchReport([analysis, { ...analysis, budget: 100 }], facts));
    const ids = two.elements.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('overall-400');
    expect(ids).toContain('overall-100');
  });

  test('stands with one entry on one task', () => {
    const [small] = analysesOf(sampleBenchRuns({ tasks: 1, seeds: 1 }).slice(0, 1)) as [BenchAnalysis];
    expect(() => parseHtml(renderBenchReport([small], { ...facts, notApplicable: [] }))).not.toThrow();
  });
});
