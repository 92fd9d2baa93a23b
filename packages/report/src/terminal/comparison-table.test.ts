import { describe, expect, it } from 'vitest';
import { evolutionReportModel } from '../model/evolution-builder.ts';
import { evolutionEvents, sampleTasks } from '../testing/evolution-events.ts';
import { comparisonTable, comparisonText } from './comparison-table.ts';

describe('comparison table', () => {
  const comparison = evolutionReportModel(evolutionEvents({ tasks: sampleTasks, programs: 12, baselines: ['levenberg-marquardt', 'random-search'], baselineSeeds: 5, budget: 30, fits: new Map() })).comparison;
  if (comparison === null) throw new Error('no comparison');

  it('is plain ASCII where the terminal is not to be trusted with more', () => {
    const text = comparisonText(comparison, { fancy: false });
    expect(text).toMatch(/^[\x20-\x7e\n]+$/u);
    const lines = text.split('\n').filter((line) => line.startsWith('|') || line.startsWith('+'));
    expect(new Set(lines.filter((line, index) => index < 5).map((line) => line.length)).size).toBe(1);
    expect(text).toContain('(champion)');
    expect(text.indexOf('Training tasks')).toBeLessThan(text.indexOf('Validation tasks'));
  });

  it('shows medians, quartiles and success counts', () => {
    const [part] = comparison.parts;
    const row = part?.tasks[0]?.rows.find((one) => one.entry === 'random-search');
    // The table is folded: the row goes on in another part.
    const line = comparisonText(comparison, { fancy: false }).split('\n').filter((one) => one.includes('random-search')).join();
    expect(row?.train.median).not.toBeNull();
    expect(line).toContain(`${((row?.train.median ?? 0) * 100).toFixed(1)} %`);
    expect(line).toContain(row?.success);
    expect(line).toContain('> 30');
  });

  it('draws boxes and sets off the best on a terminal', () => {
    const text = comparisonText(comparison, { fancy: true });
    expect(text).toContain('│');
    expect(text).toContain('\u001b[1m');
  });

  it('takes a single run without held-out curves', () => {
    const none = { lower: null, median: null, upper: null };
    const text = comparisonTable({
      target: 'an error of 0.1', entries: [{ entry: 'lm', runs: 1, ratioToStart: 1, reached: 0, success: '0/1', failed: 1 }],
      table: [{ entry: 'lm', task: 't', seeds: 1, train: none, validate: null, ratioToStart: { lower: 1, median: 1, upper: 1 }, target: 0.1, budgetToTarget: none, reached: 0, success: '0/1', failed: 1 }],
    }, { budget: 60, fancy: false });
    expect(text).toMatch(/\| t +\| lm +\| +none \| +- \| +> 60 \| +0\/1 \|/u);
  });
});
