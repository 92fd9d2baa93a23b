import type { EngineRequest, EngineRun, RunAnswer } from './engine.ts';
import { readRawPlots } from './raw-file.ts';

/** Printed after each run, so that the log can be cut. */
const RUN_MARK = 'evospice-run-end';

/** Name of the raw file that a run writes. A file of its own, because a run that fails may write none. */
export function rawFileOf(run: number): string {
  return `r${run}.raw`;
}

/** Script of a request for an engine whose results come in raw files. */
export function scriptOf(request: EngineRequest): readonly string[] {
  const { commands = [], runs = [] } = request;
  if (runs.length === 0) return commands;
  return [
    ...commands, `echo ${RUN_MARK}`,
    ...runs.flatMap((run, index) => [...run.commands, `write ${rawFileOf(index)}`, 'destroy all', `echo ${RUN_MARK}`]),
  ];
}

/**
 * Takes an answer apart.
 * @param log everything printed
 * @param raw contents of a run's file; undefined when it wrote none
 */
export function readAnswer(request: EngineRequest, log: string, raw: (run: number) => Uint8Array | undefined): { readonly log: string; readonly runs: readonly RunAnswer[] } {
  const { runs = [] } = request;
  if (runs.length === 0) return { log, runs: [] };
  const [before = '', ...logs] = log.split(`${RUN_MARK}\n`);
  return { log: before, runs: runs.map((run, index) => ({ log: logs[index] ?? '', vectors: vectorsOf(run, raw(index)) })) };
}

function vectorsOf(run: EngineRun, bytes: Uint8Array | undefined): readonly Float64Array[] | undefined {
  if (bytes === undefined) return undefined;
  const [plot] = readRawPlots(bytes);
  if (plot === undefined || plot.points !== run.rows) return undefined;
  const vectors: Float64Array[] = [];
  for (const name of run.vectors) {
    const column = plot.columns.get(name);
    if (column === undefined) return undefined;
    vectors.push(run.part === 'real' ? plot.real(column) : plot.imaginary(column));
  }
  return vectors;
}
