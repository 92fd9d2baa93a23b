import { analyseBench, sampleBenchRuns } from '@evospice/bench';
import { describe, expect, it } from 'vitest';
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

  it('says how many simulations each of a few entries takes to near the error of the control, and where it loses', () => {
    const few = runs.filter(({ entry }) => entry === 'levenberg-marquardt' || entry === 'cma-es');
    const analysis = analyseBench(few, { control: 'levenberg-marquardt' });
    const text = benchTable(analysis, []);
    const { times, overall } = analysis.controlTimes;
    const one = times.find(({ entry, simulations }) => entry === 'cma-es' && simulations !== null)!;
    expect(text).toContain(`${one.simulations} (${Number(one.ratio.toPrecision(3))})`);
    expect(text).toMatch(/> 400 \(< 0\.\d+\)/u);
    expect(text).toContain(`${Number(overall[0]!.ratio.toPrecision(3))}, lost ${overall[0]!.lost.length}/${overall[0]!.tasks}`);
    expect(text).toContain('cma-es takes more simulations than levenberg-marquardt at 2 on sample-01');
    expect(text).toMatch(/lower error by more than 0\.1 % \(cma-es, levenberg-marquardt\): after 60 on \d+, \d+ of \d+/u);
    expect(benchTable(analyseBench(runs.filter(({ entry }) => entry === 'cma-es')), [])).not.toContain('times fewer');
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
