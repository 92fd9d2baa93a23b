import { analysesOf, sampleBenchRuns, type BenchAnalysis } from '@evospice/bench';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../testing/parse-html.ts';
import { convergencePicture } from '../charts/convergence-picture.ts';
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

  test('shows error over simulations first where there are few tasks', () => {
    const [few] = analysesOf(sampleBenchRuns({ tasks: 2, seeds: 2 })) as [BenchAnalysis];
    const text = renderBenchReport([few], facts);
    expect(text.indexOf('Best error so far')).toBeLessThan(text.indexOf('Best mean rank first'));
    expect(page.elements.findIndex(({ attributes }) => attributes['aria-label']?.startsWith('Best error so far'))).toBeGreaterThan(page.elements.findIndex(({ attributes }) => attributes['aria-label']?.startsWith('Share of targets')));
  });

  test('draws error over simulations as a picture of its own, in both themes', () => {
    const entries = analysis.entries.map((entry, index) => (index === 0 ? '<first>' : entry));
    const named = { ...analysis, entries, convergence: analysis.convergence.map((band) => ({ ...band, entry: band.entry === analysis.entries[0] ? '<first>' : band.entry })) };
    const svg = convergencePicture(named);
    const picture = parseHtml(`<!doctype html>${svg}`);
    expect(picture.elements.filter(({ name, attributes }) => name === 'svg' && attributes['class'] === 'chart')).toHaveLength(4);
    for (const name of [...entries, ...analysis.tasks.map(({ task }) => task)]) expect(picture.text).toContain(name);
    const stated = new Set([...svg.matchAll(/(--[\w-]+):/gu)].map(([, name]) => name));
    const used = [...svg.matchAll(/var\((--[\w-]+)\)/gu)].map(([, name]) => name);
    expect(used.filter((name) => !stated.has(name))).toEqual([]);
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
    // No entry of the legend begins beyond the picture's edge.
    expect(Math.max(...[...svg.matchAll(/<text class="entry" x="([\d.]+)"/gu)].map(([, x]) => Number(x)))).toBeLessThan(960);
  });

  test('states each entry of the overall table with the analysis’s figures', () => {
    for (const { entry, meanRank, ecdfArea } of analysis.overall) {
      expect(page.text).toContain(entry);
      expect(page.text).toContain(meanRank.toFixed(2));
      expect(page.text).toContain(ecdfArea.toFixed(3));
    }
    expect(page.text).toContain('Sample <suite>');
  });

  test('shows what physics rules found, where any were asked', () => {
    const finding = (severity: 'violation' | 'warning') => ({ rule: 'card-limits', severity, message: 'x' }) as const;
    const judged = sampleBenchRuns({ tasks: 2, seeds: 2 }).map((run) => (run.entry === analysis.entries[0] ? { ...run, findings: run.seed === 1 ? [finding('violation'), finding('warning')] : [] } : run));
    const [withRules] = analysesOf(judged) as [BenchAnalysis];
    expect(withRules.findings).toEqual([{ entry: analysis.entries[0], runs: 4, violating: 2, violations: 0.5, warnings: 0.5 }]);
    expect(parseHtml(renderBenchReport([withRules], facts)).text).toMatch(/Physics rules[\s\S]*Runs with violations[\s\S]*2 of 4\s*0\.5\s*0\.5/u);
    expect(page.text).not.toContain('Runs with violations');
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
