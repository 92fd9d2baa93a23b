import type { CaseRecord } from '@evospice/evolution';
import { extractionRecord as readRecord } from '@evospice/extraction-problem';
import { describe, expect, it } from 'vitest';
import { evolutionReportModel } from '../model/evolution-builder.ts';
import { caseOf, EventLog, evolutionEvents, extractionRecord, fallingRun, sampleTasks, scoreOf, startOf } from '../testing/evolution-events.ts';
import { parseHtml } from '../testing/parse-html.ts';
import { sampleRun } from '../testing/sample-run.ts';
import { renderEvolutionReport } from './evolution-page.ts';

const headings = (page: string): string[] => [...page.matchAll(/<h2 id="[^"]*">([^<]*)/gu)].map((match) => match[1] as string);

describe('report of an evolution', () => {
  const events = sampleRun();
  const model = evolutionReportModel(events, { title: 'A <b>run</b> & more', dataSource: 'generated tasks', configuration: { seed: 1 }, commands: ['npx evospice evolve a.yaml'] });
  const page = renderEvolutionReport(model);
  const parsed = parseHtml(page);

  it('has every section and is well formed', () => {
    expect(headings(page)).toEqual(['Result', 'Tasks', 'Convergence', 'Fits', 'Archive', 'Progress', 'Rejections', 'Proposers', 'Champion', 'Lineage', 'Reproduction']);
  });

  it('is one file: no script, nothing fetched, and a policy that forbids both', () => {
    expect(parsed.elements.filter(({ name }) => ['script', 'link', 'iframe', 'img', 'object', 'embed', 'base', 'form'].includes(name))).toEqual([]);
    const references = parsed.elements.flatMap(({ attributes }) => [attributes['href'], attributes['src'], attributes['xlink:href'], attributes['srcset']]).filter((value) => value !== undefined);
    expect(references.filter((value) => !value.startsWith('#'))).toEqual([]);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/(?:src|href|url\(|@import)[^>]{0,10}https?:/u);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('escapes what it is given', () => {
    expect(parsed.text).toContain('A <b>run</b> & more');
    expect(parsed.text).toContain('<script>alert(1)</script>');
  });

  it('names each picture for those who do not see it, and uses each id once', () => {
    const pictures = parsed.elements.filter(({ name, attributes }) => name === 'svg' && attributes['aria-hidden'] === undefined);
    expect(pictures.length).toBeGreaterThan(40);
    expect(pictures.every(({ attributes }) => attributes['role'] === 'img' && (attributes['aria-label']?.length ?? 0) > 20)).toBe(true);
    const ids = parsed.elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const clips = [...page.matchAll(/url\(#([^)]*)\)/gu)].map((match) => match[1] as string);
    expect(clips.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('stays below 5 MB with a task of 147 curves of 91 points', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(5e6);
  });

  it('shows numbers that the events give', () => {
    const champion = events.findLast((event) => event.type === 'champion-changed')?.payload as { program: string; score: number };
    expect(parsed.text).toContain(`${champion.program}, score ${champion.score.toFixed(4)}`);
    const lm = model.comparison?.parts[1]?.tasks[0]?.rows.find((row) => row.entry === 'levenberg-marquardt');
    const finals = events
      .filter((event) => event.type === 'case-finished').map((event) => readRecord(event.payload as unknown as CaseRecord))
      .filter((record) => record.subject === 'levenberg-marquardt' && record.task === 'nmos-high-voltage-seven-geometries-from-another-foundry')
      .map((record) => record.final.train.relativeRms as number).toSorted((a, b) => a - b);
    expect(finals).toHaveLength(5);
    expect(lm?.train.median).toBeCloseTo(finals[2] as number, 12);
  });

  it('is the same page each time', () => {
    expect(renderEvolutionReport(evolutionReportModel(events, { title: 'A <b>run</b> & more', dataSource: 'generated tasks', configuration: { seed: 1 }, commands: ['npx evospice evolve a.yaml'] }))).toBe(page);
  });
});

describe('report of a run with pieces missing', () => {
  it('of no events at all', () => {
    const page = renderEvolutionReport(evolutionReportModel([]));
    expect(parseHtml(page).text).toContain('cut off before its first event');
  });

  it('of a run that only began: no champion, empty archive', () => {
    const events = evolutionEvents({ tasks: sampleTasks, programs: 0, baselines: [], baselineSeeds: 1, budget: 10, fits: new Map() }).slice(0, 1);
    const page = renderEvolutionReport(evolutionReportModel(events));
    expect(headings(page)).toEqual(['Tasks', 'Reproduction']);
    expect(parseHtml(page).text).toContain('not finished');
  });

  it('without overlays', () => {
    const events = evolutionEvents({ tasks: sampleTasks, programs: 6, baselines: ['levenberg-marquardt'], baselineSeeds: 2, budget: 20, fits: new Map() });
    const page = renderEvolutionReport(evolutionReportModel(events));
    expect(parseHtml(page).elements.length).toBeGreaterThan(100);
    expect(headings(page)).not.toContain('Fits');
    expect(headings(page)).toContain('Result');
  });

  it('without baselines, without validation tasks, with failed simulations', () => {
    const log = new EventLog();
    const run = fallingRun('t', 1, { pace: 4, end: 0.1, allowed: 10, startError: 0.5 });
    log.add('run-started', startOf({ tasks: [{ id: 't', title: 'T', origin: 'generated', role: 'train', parameters: 2 }], programs: 2, budget: 10, axes: [] }));
    log.add('program-proposed', { program: { id: 'p0001', entry: 'program.ts', files: { 'program.ts': 'export default async () => {};' }, parents: [], proposer: 'seed', operator: 'seed', hash: 'h', generation: 0 }, details: {} });
    log.add('case-finished', caseOf(extractionRecord('p0001', 'train', { ...run, trajectory: run.trajectory.map((point) => ({ spent: point.spent, error: null, best: null, failure: 'NOT_CONVERGED' })) }, {
      end: 'failed', failure: { code: 'PROGRAM_ERROR', message: 'no' },
      start: { train: { relativeRms: 0.5, logRms: null }, validate: null }, final: { train: { relativeRms: null, logRms: null }, validate: null },
      fits: [{ curve: 'c', kind: 'iv', split: 'train', instance: 'd1', temperatureC: 27, sweep: 'v', column: 'i', quantity: 'i', bias: {}, floor: 1e-12, x: [0, 1], measured: [0, 1e-6], before: null, after: null }],
    })));
    log.add('program-judged', { program: 'p0001', score: scoreOf(0.5), measures: {}, archive: { status: 2, value: 0.5, cell: [], removed: [] }, statistics: { elites: 1, cells: 1, coverage: 1, qdScore: 0.5, best: 0.5, mean: 0.5 } });
    log.add('champion-changed', { program: 'p0001', score: 0.5, previous: null });
    log.add('run-resumed', { programs: 1, changed: { workers: { before: 1, now: 2 } } });
    const { text } = parseHtml(renderEvolutionReport(evolutionReportModel(log.events)));
    expect(text).toContain('No line after the fit for 1 of 1 curve: the simulation failed.');
    expect(text).toContain('1 of 1 extractions ended in a failure');
    expect(text).toContain('workers from 1 to 2');
  });

  it('of another problem than extraction: cases by part, pictures that programs made, an archive without cells', () => {
    const log = new EventLog();
    const program = (id: string, parents: readonly string[]) => ({ id, entry: 'a.py', files: { 'a.py': '# EVOLVE-BLOCK-START\n', 'b.py': '<b>' }, parents, proposer: 'seed', operator: 'seed', hash: id, generation: 0 });
    const statistics = { elites: 1, cells: 5, coverage: 0.2, qdScore: 0.5, best: 0.5, mean: 0.5 };
    log.add('run-started', {
      format: 2, problem: 'packing', seed: 4, programs: 3, archive: { axes: [{ descriptor: 'spread', low: 0, high: 1 }], shape: { kind: 'list' } },
      stages: [{ name: 'evaluation', cases: 1 }], versions: {}, facts: {},
    });
    for (const [index, value] of [0.5, 0.75].entries()) {
      const id = `p000${index + 1}`;
      log.add('program-proposed', { program: program(id, index === 0 ? [] : ['p0001']), details: {} });
      log.add('case-finished', { subject: id, stage: 'evaluation', outcome: { case: 'n26', seed: 1, data: { sum: value }, artefacts: { picture: '<svg xmlns="http://www.w3.org/2000/svg"/>', notes: 'touching <3', table: [1] } } });
      log.add('program-judged', { program: id, score: { value, parts: { 'sum of radii': value }, cases: [{ case: 'n26', seed: 1, value, parts: { 'sum of radii': value } }] }, measures: { spread: 0.3 }, archive: { status: 2, value, cell: null, removed: [] }, statistics });
      log.add('champion-changed', { program: id, score: value, previous: null });
    }
    const page = renderEvolutionReport(evolutionReportModel(log.events));
    expect(headings(page)).toEqual(['Result', 'Archive', 'Progress', 'Champion', 'Lineage', 'Reproduction']);
    const { text, elements } = parseHtml(page);
    expect(text).toContain('packing');
    expect(text).toContain('sum of radii');
    expect(text).toContain('touching <3');
    expect(text).toContain('The archive has no cells');
    expect(elements.filter(({ name }) => name === 'img').map(({ attributes }) => attributes['src']?.slice(0, 26))).toEqual(['data:image/svg+xml;base64,']);
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
  });

  it('tells what champions are worth where they were not chosen, and what language models cost', () => {
    const log = new EventLog();
    log.add('run-started', { format: 2, problem: 'toy', seed: 4, programs: 2, archive: { axes: [], shape: { kind: 'list' } }, stages: [{ name: 'evaluation', cases: 1 }], versions: {}, facts: {} });
    for (const [index, value] of [0.5, 0.75].entries()) {
      const id = `p000${index + 1}`;
      log.add('program-proposed', { program: { id, entry: 'a.ts', files: { 'a.ts': id }, parents: index === 0 ? [] : ['p0001'], proposer: index === 0 ? 'seed' : 'llm', operator: 'llm-diff', hash: id, generation: index }, details: index === 0 ? {} : { model: 'large', inputTokens: 9, outputTokens: 1 } });
      log.add('program-judged', { program: id, score: { value, parts: {} }, measures: {}, archive: { status: 2, value, cell: null, removed: [] }, statistics: { elites: 1, cells: 5, coverage: 0.2, qdScore: 0.5, best: 0.5, mean: 0.5 } });
      log.add('champion-changed', { program: id, score: value, previous: null });
      log.add('champion-tried', { program: id, stage: 'confirmation', cases: 2, failed: 0, score: { value: value - 0.125, parts: {} } });
      log.add('champion-tried', { program: id, stage: 'validation', cases: 2, failed: index, score: index === 1 ? null : { value: 0.25, parts: {} } });
      log.add('model-asked', { ordinal: 2, proposer: 'llm', exchange: { model: 'large', messages: [], answer: { text: 'a', model: 'large-1', usage: { inputTokens: 9, outputTokens: 1, cost: 0.125 } } } });
    }
    const page = renderEvolutionReport(evolutionReportModel(log.events));
    expect(headings(page)).toEqual(['Archive', 'Progress', 'Generalisation', 'Proposers', 'Champion', 'Lineage', 'Reproduction']);
    const { text } = parseHtml(page);
    expect(text).toContain('0.1250 on average over 2 champions, 0.1250 for the last one');
    expect(text).toContain('Gap to validation cases: 0.2500 on average over 1 champion, not known for the last one; 1 failed there.');
    expect(text).toMatch(/large\s*2\s*0\s*18\s*2\s*\$0\.2500/u);
    expect(text).toContain('llm: llm-diff by large');
  });
});
