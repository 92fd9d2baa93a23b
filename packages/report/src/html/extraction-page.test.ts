import { recordedTask } from '@evospice/extraction';
import { describe, expect, it } from 'vitest';
import { extractionReportModel } from '../model/extraction-builder.ts';
import { parseHtml } from '../testing/parse-html.ts';
import { cardAfter, cardBefore, sampleResult, sampleTask } from '../testing/sample-extraction.ts';
import { renderExtractionReport } from './extraction-page.ts';

describe('report of one extraction', () => {
  const model = extractionReportModel({ task: recordedTask(sampleTask()), result: sampleResult(), optimizer: { description: 'bounded' }, cards: { before: cardBefore, after: cardAfter }, at: Date.UTC(2026, 0, 2), commands: ['npx evospice extract t'] });
  const page = renderExtractionReport(model);
  const { text, elements } = parseHtml(page);

  it('states errors, budget and date as the result has them', () => {
    for (const part of ['51.1 %', '5.01 %', '46.9 %', '9.77 %', '0.431 dec', '0.020 dec', '200 of 200 units spent', '2026-01-02 00:00 UTC']) expect(text).toContain(part);
  });

  it('places parameters between their bounds on their own scale and flags those at a bound', () => {
    // ln(1.2e5 / 2e4) / ln(5e5 / 2e4) = 0.5566; (0.48213 - 0.2) / 0.7 = 0.4030.
    expect(model.parameters.map((row) => [row.name, Number(row.finalPlace.toFixed(4)), row.atBound])).toEqual([['vth0', 0.403, null], ['u0', 1, 'upper'], ['vsat', 0.5566, null], ['pclm', 0.5663, null]]);
    expect(text.match(/at the upper bound/gu)).toHaveLength(1);
  });

  it('shows what changed in the card', () => {
    const lines = [...page.matchAll(/<span class="(added|removed)">([^<]*)/gu)].map((match) => match[2]);
    expect(lines).toEqual(['-+ vth0=0.62 u0=0.03', '-+ vsat=8e4 pclm=0.5', '++ vth0=0.48213 u0=0.05', '++ vsat=1.2e5 pclm=0.5']);
  });

  it('fetches nothing and runs nothing', () => {
    expect(elements.filter(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([]);
  });

  it('says that the optimizer failed, that nothing was found, that lines are missing', () => {
    const result = sampleResult({
      end: 'failed', failure: { code: 'PROGRAM_ERROR', message: 'x is not a function' }, trajectory: [], run: { ...sampleResult().run, trajectory: [] }, final: sampleResult().start,
      fits: sampleResult().fits.map((fit) => ({ ...fit, after: null })), log: [],
    });
    const { text: shown } = parseHtml(renderExtractionReport(extractionReportModel({ task: recordedTask(sampleTask()), result })));
    for (const part of ['x is not a function [PROGRAM_ERROR]', 'Nothing better than the starting card was found', '21 of 21 measured vectors lack a simulated line']) expect(shown).toContain(part);
  });

  it('takes a task without held-out curves, fits and tunables', () => {
    const { start, final } = sampleResult();
    const result = sampleResult({ start: { train: start.train, validate: null }, final: { train: { relativeRms: null, logRms: null }, validate: null }, fits: [] });
    const { text: shown } = parseHtml(renderExtractionReport(extractionReportModel({ task: recordedTask(sampleTask({ tunables: [] })), result })));
    expect(shown).toContain('not simulated');
    expect(shown).not.toContain('held out');
    expect(final.validate).not.toBeNull();
  });
});
