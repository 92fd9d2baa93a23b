import { fileURLToPath } from 'node:url';
import { SqliteRunStore } from '@evospice/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRun } from '../view/run-fold.ts';
import type { RunView } from '../view/run-view.ts';

/** An evolution that version 0.1 stored: 8 programs on generated devices, with baselines and validation. */
const fixture = fileURLToPath(new URL('../../../../test/fixtures/runs-format-1/evolve', import.meta.url));

describe('a run of format 1', () => {
  let view: RunView;
  let types: Map<string, number>;
  beforeAll(async () => {
    const log = await new SqliteRunStore({ now: () => 0 }).open(fixture, 'read');
    try {
      view = await readRun(log);
      types = new Map();
      for await (const { type } of log.events()) types.set(type, (types.get(type) ?? 0) + 1);
    } finally {
      await log.close();
    }
  });

  it('says what it was about', () => {
    expect(view.started).toMatchObject({ format: 1, problem: 'extraction', archive: { shape: { kind: 'grid' } }, stages: [{ name: 'probe' }, { name: 'evaluation' }] });
    expect(view.started?.facts).toMatchObject({ simulator: expect.any(String), budget: expect.any(Number), tasks: expect.any(Array), seeds: expect.any(Array) });
    expect(view.finished?.programs).toBe(view.tried);
  });

  it('has every program, case and rejection in today’s terms', () => {
    expect(view.programs.size).toBe(types.get('program-proposed'));
    expect(view.judged).toHaveLength(types.get('program-evaluated') ?? 0);
    expect(view.cases.finished).toBe(types.get('extraction-finished'));
    expect(view.rejections).toHaveLength(types.get('program-rejected') ?? 0);
    expect(view.pending).toEqual([]);
    for (const { program, verdict } of view.judged) {
      expect(program.files[program.entry]).toContain('export default');
      expect(Object.keys(verdict.score.parts)).toEqual(['precision', 'efficiency', 'robustness']);
      expect(verdict.score.cases?.every(({ value, parts }) => Number.isFinite(value) && Number.isFinite(parts['finalRatio']))).toBe(true);
    }
  });

  it('has the elites that its archive ended with, and its champion', () => {
    expect(view.elites).toHaveLength(view.statistics?.elites ?? -1);
    expect(new Set(view.elites.map(({ cell }) => cell?.join())).size).toBe(view.elites.length);
    expect(Math.max(...view.elites.map(({ objective }) => objective))).toBe(view.statistics?.best);
    expect(view.champion?.program.id).toBe(view.finished?.champion);
    const champion = view.casesOf(view.champion?.program.id ?? '');
    expect(champion.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['evaluation', 'validation']));
    expect(champion.every(({ outcome }) => outcome.artefacts?.['fits'] !== undefined)).toBe(true);
  });
});
