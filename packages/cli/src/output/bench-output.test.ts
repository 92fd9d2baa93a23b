import { analyseBench, sampleBenchRuns } from '@evospice/bench';
import { describe, expect, it } from 'vitest';
import { BenchProgressLine, duration } from './bench-progress.ts';
import { benchTable, notApplicableLines } from './bench-table.ts';

describe('the table of a benchmark', () => {
  const runs = sampleBenchRuns();
  const [first] = runs;
  if (first === undefined) throw new Error('no sample');

  it('has every entry and task, marks the lowest of a task, and says who failed and who did not take part', () => {
    const failed = { ...first, end: 'failed' as const, failure: { code: 'OPTIMIZER_ERROR', message: 'a defect [OPTIMIZER_ERROR]\nwith more lines' } };
    const analysis = analyseBench(runs.map((run) => (run === first ? failed : run)));
    const text = benchTable(analysis, [{ entry: first.entry, task: 'elsewhere', reason: 'not for this one\nat all' }]);
    for (const name of [...analysis.entries, ...analysis.tasks.map(({ task }) => task)]) expect(text).toContain(name);
    expect(text.match(/\*/gu)?.length).toBeGreaterThanOrEqual(analysis.tasks.length);
    expect(text).toContain(`${first.entry} failed on ${first.task}, seed ${first.seed}: a defect [OPTIMIZER_ERROR]; what it had found until then counts`);
    expect(text).not.toMatch(/NaN|undefined|null/u);
  });

  it('takes errors that cannot be told from perfect as equal, and leaves per cent where it says nothing', () => {
    const small = runs.filter(({ task, entry }) => task === first.task && (entry === 'cma-es' || entry === 'psade')).map((run) => {
      const best = (run.entry === 'psade' ? 1e-12 : 1e-11) * run.run.startError;
      return { ...run, run: { ...run.run, trajectory: [{ spent: 1, error: best, best }] } };
    });
    const row = benchTable(analyseBench(small), []).split('\n').find((line) => line.includes(first.task));
    expect(row?.match(/e−1[12]\*/gu)).toHaveLength(2);
    expect(row).not.toContain('%');
  });

  it('says once what an entry refused, and why', () => {
    const reason = 'lm cannot move discrete parameters [OPTIMIZER_UNSUPPORTED]\n  what to do: another';
    expect(notApplicableLines([{ entry: 'lm', task: 'a', reason }, { entry: 'newton', task: 'a', reason: 'no' }, { entry: 'lm', task: 'b', reason }])).toEqual([
      'lm does not apply to a, b: lm cannot move discrete parameters', 'newton does not apply to a: no',
    ]);
  });

  it('shows n/a where an entry refused a task', () => {
    const without = runs.filter(({ entry, task }) => entry !== first.entry || task !== first.task);
    expect(benchTable(analyseBench(without), [{ entry: first.entry, task: first.task, reason: 'no' }])).toContain('n/a');
  });
});

describe('the progress of a benchmark', () => {
  const show = (isTTY: boolean): string[] => {
    const written: string[] = [];
    let now = 0;
    const line = new BenchProgressLine({ isTTY, write: (text) => written.push(text) }, { now: () => now });
    line.show({ done: 20, before: 20, total: 100 });
    for (let done = 21; done <= 100; done += 1) {
      now += 3000;
      line.show({ done, before: 20, total: 100, ...(runOf === undefined ? {} : { run: runOf }) });
    }
    line.close();
    return written;
  };
  const runOf = sampleBenchRuns()[0];

  it('is one line on a terminal, with the time left', () => {
    const written = show(true);
    expect(written).toHaveLength(82);
    expect(written[1]).toContain('21 of 100 runs, 4 min left; last ');
    expect(written.slice(0, -1).every((text) => text.startsWith('\r'))).toBe(true);
    expect(written.at(-1)).toBe('\n');
  });

  it('is a line at each tenth elsewhere', () => {
    expect(show(false).map((text) => text.split(' ')[0])).toEqual(['20', '30', '40', '50', '60', '70', '80', '90', '100']);
  });

  it('states durations in two units at most', () => {
    expect([0, 59_400, 60_000, 3_540_000, 7_500_000].map(duration)).toEqual(['0 s', '59 s', '1 min', '59 min', '2 h 5 min']);
  });
});
