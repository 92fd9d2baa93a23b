import { join } from 'node:path';
import { createEvospiceScorer } from '../../../packages/extraction/src/index.ts';
import { extractionRecord, type ExtractionRecord, type TaskFact } from '../../../packages/extraction-problem/src/index.ts';
import { readRun, type RunView } from '../../../packages/evolution/src/index.ts';
import { withStoredRun } from '../../../packages/runs/src/index.ts';
import { SqliteRunStore } from '../../../packages/store/src/index.ts';

/** A validation device: what an arm reached there. */
export interface CaseResult {
  readonly device: string;
  /** Final error divided by that of `lm` with the same budget and seed. */
  readonly errorToControl: number;
}

/** What one arm came to with one seed. */
export interface ArmResult {
  readonly seed: number;
  readonly arm: string;
  readonly programs: number;
  readonly evaluations: number;
  /** On training devices. */
  readonly score: number;
  /** On validation devices; null when it failed on one. */
  readonly validation: number | null;
  readonly cases: readonly CaseResult[];
}

const CONTROL = 'lm';
const ARMS = [['evolution', ''], ['best-of-n', 'control-best-of-n'], ['random search', 'control-random-search']] as const;

/** Every arm of a run with its controls, and the best of the programs that it began with. @param folder of the evolution */
export async function armsOf(folder: string, seed: number): Promise<readonly ArmResult[]> {
  const views = await Promise.all(ARMS.map(async ([arm, below]) => [arm, await withStoredRun(new SqliteRunStore({ now: Date.now }), join(folder, below), ({ log }) => readRun(log))] as const));
  const control = errorsOf(views[0]![1], CONTROL, 'reference');
  const results = views.map(([arm, view]) => {
    if (view.finished === null || view.champion === null) throw new Error(`${arm} with seed ${seed} is not finished`);
    return result(seed, arm, view, view.champion.program.id, control);
  });
  return [...results, seedResult(seed, views[0]![1], control), controlResult(seed, views[0]![1], control)];
}

function result(seed: number, arm: string, view: RunView, program: string, control: ReadonlyMap<string, number>): ArmResult {
  const score = view.programs.get(program)?.verdict?.score.value;
  const trial = view.trialOf(program, 'validation');
  if (score === undefined || trial === undefined) throw new Error(`${program} of ${arm} with seed ${seed} was not validated`);
  const errors = errorsOf(view, program, 'validation');
  return { seed, arm, programs: view.tried, evaluations: view.evaluations, score, validation: trial.score?.value ?? null, cases: ratios(errors, control) };
}

/** The seed program that was champion before there were children: champions are all validated. */
function seedResult(seed: number, view: RunView, control: ReadonlyMap<string, number>): ArmResult {
  const best = view.champions.findLast(({ program }) => view.programs.get(program)?.program.parents.length === 0);
  if (best === undefined) throw new Error(`no seed program of the run with seed ${seed} was ever champion`);
  const { programs: _programs, evaluations: _evaluations, ...rest } = result(seed, 'best seed program', view, best.program, control);
  return { ...rest, programs: 0, evaluations: 0 };
}

/** `lm` with the same scorer; what a scorer gives for a short program it cannot have. */
function controlResult(seed: number, view: RunView, control: ReadonlyMap<string, number>): ArmResult {
  const scored = (role: 'train' | 'validate'): number => createEvospiceScorer().score({ runs: recordsOf(view, CONTROL, 'reference', role).map(({ run }) => run) }).value;
  return { seed, arm: CONTROL, programs: 0, evaluations: 0, score: scored('train'), validation: scored('validate'), cases: ratios(control, control) };
}

function ratios(errors: ReadonlyMap<string, number>, control: ReadonlyMap<string, number>): readonly CaseResult[] {
  return [...errors].map(([device, error]) => ({ device, errorToControl: error / (control.get(device) ?? Number.NaN) }));
}

/** Least error of the trajectory by validation device: what the budget came to. */
function errorsOf(view: RunView, subject: string, stage: string): ReadonlyMap<string, number> {
  return new Map(recordsOf(view, subject, stage, 'validate').map(({ task, run }) => [task, run.trajectory.at(-1)?.best ?? Number.NaN]));
}

function recordsOf(view: RunView, subject: string, stage: string, role: 'train' | 'validate'): readonly ExtractionRecord[] {
  const tasks = view.started?.facts['tasks'] as readonly TaskFact[];
  const wanted = new Set(tasks.filter((task) => task.role === role).map(({ id }) => id));
  return view.casesOf(subject, stage).map((record) => extractionRecord(record)).filter(({ task }) => wanted.has(task));
}
