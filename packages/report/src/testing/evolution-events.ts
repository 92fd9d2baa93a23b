import type { CaseRecord, EvolutionEvents, EvolutionEventType } from '@evospice/evolution';
import type { ExtractionRecord, TaskFact } from '@evospice/extraction-problem';
import { encodeTrajectory, type CurveFit } from '@evospice/extraction';
import type { Json, OptimizerRun, Program, Score, StoredEvent, TrajectoryPoint } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';

/** Makes stored events of an evolution one after another. */
export class EventLog {
  readonly events: StoredEvent[] = [];

  add<T extends EvolutionEventType>(type: T, payload: EvolutionEvents[T]): void {
    // A minute between events: dates in reports come from here.
    this.events.push({ sequence: this.events.length + 1, at: Date.UTC(2026, 0, 15, 9, this.events.length), type, payload: structuredClone(payload) as unknown as Json });
  }
}

/** A run whose error falls like `1 / (1 + spent / pace)` to `end` of the start, every evaluation one unit, some of them failed. */
export function fallingRun(task: string, seed: number, shape: { readonly pace: number; readonly end: number; readonly allowed: number; readonly startError: number }): OptimizerRun {
  const random = createRandom(seed * 131 + Math.round(shape.pace * 7));
  const trajectory: TrajectoryPoint[] = [];
  let best: number | null = null;
  for (let spent = 1; spent <= shape.allowed; spent++) {
    if (random.next() < 0.04) {
      trajectory.push({ spent, error: null, best, failure: 'NOT_CONVERGED' });
      continue;
    }
    const error = shape.startError * (shape.end + (1 - shape.end) / (1 + (spent / shape.pace) ** 1.6)) * Math.exp(0.25 * random.normal());
    best = best === null ? error : Math.min(best, error);
    trajectory.push({ spent, error, best });
  }
  return { task, seed, allowed: shape.allowed, startError: shape.startError, trajectory };
}

export function extractionRecord(subject: string, role: ExtractionRecord['role'], run: OptimizerRun, more: Partial<ExtractionRecord> = {}): ExtractionRecord {
  const final = Math.min(run.startError, run.trajectory.at(-1)?.best ?? run.startError);
  return {
    subject, role, task: run.task, seed: run.seed, simulator: 'ngspice-wasm', run,
    start: { train: { relativeRms: run.startError, logRms: run.startError * 1.1 }, validate: { relativeRms: run.startError * 1.3, logRms: run.startError } },
    final: { train: { relativeRms: final, logRms: final * 0.5 }, validate: { relativeRms: final * 1.4, logRms: final * 0.6 } },
    parameters: { vth0: 0.48, u0: 0.045 }, end: 'budget', ...more,
  };
}

/** A record as it is stored. */
export function caseOf({ subject, role, task, seed, failure, fits, run, ...rest }: ExtractionRecord): CaseRecord {
  const { allowed, startError, trajectory } = run;
  return {
    subject,
    stage: { train: 'evaluation', validate: 'validation', baseline: 'reference' }[role],
    outcome: {
      case: task, seed, data: { ...rest, run: { allowed, startError, trajectory: encodeTrajectory(trajectory) } } as unknown as Json,
      ...(failure === undefined ? {} : { failure }),
      ...(fits === undefined ? {} : { artefacts: { fits: fits as unknown as Json } }),
    },
  };
}

/** The first event of a run on these tasks. */
export function startOf({ tasks, programs, budget, axes, versions = {} }: {
  readonly tasks: readonly TaskFact[]; readonly programs: number; readonly budget: number; readonly axes: EvolutionEvents['run-started']['archive']['axes']; readonly versions?: Readonly<Record<string, string>>;
}): EvolutionEvents['run-started'] {
  return {
    format: 2, problem: 'extraction', seed: 1, programs, archive: { axes, shape: { kind: 'grid' } },
    stages: [{ name: 'trial', cases: 1 }, { name: 'evaluation', cases: 2 * tasks.filter(({ role }) => role === 'train').length }],
    versions, order: 'proposal',
    facts: { simulator: 'ngspice-wasm', budget, metric: 'relative', tasks: tasks as unknown as Json, seeds: [1001, 1002] },
  };
}

export function scoreOf(value: number): Score {
  return { value, spread: 0.08, parts: { precision: value / 1.15, efficiency: 1.19, robustness: 0.966 }, cases: [{ case: 't1', seed: 1, value, parts: { precision: value / 1.15, efficiency: 1.19, robustness: 0.966, finalRatio: 0.9 - value / 2 } }] };
}

const body = (threshold: number, extra: string): string => `import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';

// EVOLVE-BLOCK-START
/** Threshold first, then everything by Levenberg-Marquardt. */
export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const low = problem.curves.filter((curve) => curve.kind === 'idvg' && curve.weight > ${threshold});
  let damping = 1e-3;
${extra}
  const [start] = await context.simulate([problem.parameters.map((parameter) => parameter.start)]);
  if (start?.ok !== true) return;
  for (let step = 0; context.budget.remaining > problem.parameters.length && step < 40; step++) {
    context.log(\`step \${step}: error <b>\${start.error}</b> & damping \${damping}\`);
    damping *= 0.5;
  }
}
// EVOLVE-BLOCK-END
`;

export interface RunShape {
  readonly tasks: readonly TaskFact[];
  readonly programs: number;
  readonly baselines: readonly string[];
  readonly baselineSeeds: number;
  readonly budget: number;
  /** Overlays of the champion by task. */
  readonly fits: ReadonlyMap<string, readonly CurveFit[]>;
}

/** The events of a whole evolution with baselines: seeds, children by two proposers, rejections, champions. */
export function evolutionEvents(shape: RunShape): readonly StoredEvent[] {
  const log = new EventLog();
  const random = createRandom(3);
  const trainSeeds = [1001, 1002];
  const baselineSeeds = Array.from({ length: shape.baselineSeeds }, (_, index) => 1001 + index);
  log.add('run-started', startOf({
    tasks: shape.tasks, programs: shape.programs, budget: shape.budget,
    axes: [{ descriptor: 'exploration', low: 0, high: 1, bins: 10 }, { descriptor: 'convergence', low: 0, high: 1, bins: 8 }],
    versions: { evospice: '0.1.0', node: '26.10.0', 'eecircuit-engine': '1.8.0' },
  }));
  for (const [index, baseline] of shape.baselines.entries()) {
    for (const task of shape.tasks) for (const seed of baselineSeeds) {
      log.add('case-finished', caseOf(extractionRecord(baseline, 'baseline', fallingRun(task.id, seed, { pace: 6 + 9 * index, end: 0.12 + 0.12 * index, allowed: shape.budget, startError: 0.8 }))));
    }
  }
  const cells = new Map<string, { readonly id: string; readonly score: number }>();
  let champion: { id: string; score: number } | null = null;
  for (let index = 0; index < shape.programs; index++) {
    const id = `p${String(index + 1).padStart(4, '0')}`;
    const parents = champion === null || index < 3 ? [] : [champion.id, ...(index % 4 === 0 ? ['p0001'] : [])];
    const proposer = parents.length === 0 ? 'seed' : index % 3 === 0 ? 'llm' : 'ast';
    const source = body(Number((0.1 + index / 100).toFixed(2)), Array.from({ length: 1 + (index % 4) }, (_, line) => `  const factor${line} = ${(line + index) / 8};`).join('\n'));
    const program: Program = { id, ...singleFile(source), parents, proposer, operator: proposer === 'llm' ? 'llm-diff' : proposer === 'seed' ? 'seed' : 'perturb-constant', hash: `h${index}`, generation: index };
    log.add('program-proposed', { program, details: parents.length === 0 ? {} : { constant: 'damping', from: '0.001', to: (0.001 * (index + 1)).toFixed(4) } });
    if (parents.length > 0 && random.next() < 0.3) {
      const stage = random.next() < 0.5 ? 'duplicate' : 'trial';
      log.add('program-rejected', { program: id, proposer, stage, code: stage === 'trial' ? 'PROGRAM_DEADLINE' : 'DUPLICATE', reason: stage === 'trial' ? 'overran its limit of 20 s & was killed <script>alert(1)</script>' : 'the same program as p0003 but for names', ordinal: index + 1 });
      continue;
    }
    const value = 0.55 + 0.5 * (1 - Math.exp(-index / 25)) + 0.06 * random.normal();
    const wins: boolean = champion === null || value > champion.score;
    const pace = 12 / (value + 0.2);
    for (const task of shape.tasks.filter((one) => one.role === 'train')) for (const seed of trainSeeds) {
      const fits = wins && seed === trainSeeds[0] ? shape.fits.get(task.id) : undefined;
      log.add('case-finished', caseOf(extractionRecord(id, 'train', fallingRun(task.id, seed, { pace, end: 0.05, allowed: shape.budget, startError: 0.8 }), fits === undefined ? {} : { fits })));
    }
    const measures = { exploration: random.next(), convergence: Math.min(0.999, Math.max(0, 0.5 + 0.25 * random.normal())) };
    const cell = [Math.floor(measures.exploration * 10), Math.floor(measures.convergence * 8)];
    const held = cells.get(cell.join());
    const status = held === undefined ? 2 : value > held.score ? 1 : 0;
    if (status > 0) cells.set(cell.join(), { id, score: value });
    const best = Math.max(...[...cells.values()].map(({ score }) => score));
    log.add('program-judged', {
      program: id, score: scoreOf(value), measures, statistics: statisticsOf(cells, best),
      archive: { status, value: value - (held?.score ?? 0), cell: status > 0 ? cell : null, removed: status === 1 && held !== undefined ? [held.id] : [] },
    });
    if (!wins) continue;
    log.add('champion-changed', { program: id, score: value, previous: champion?.id ?? null });
    champion = { id, score: value };
    for (const task of shape.tasks.filter((one) => one.role === 'validate')) for (const seed of baselineSeeds) {
      const fits = seed === baselineSeeds[0] ? shape.fits.get(task.id) : undefined;
      log.add('case-finished', caseOf(extractionRecord(id, 'validate', fallingRun(task.id, seed, { pace: pace * 1.2, end: 0.07, allowed: shape.budget, startError: 0.8 }), fits === undefined ? {} : { fits })));
    }
  }
  log.add('run-finished', { programs: shape.programs, champion: champion?.id ?? null, statistics: statisticsOf(cells, champion?.score ?? 0) });
  return log.events;
}

function statisticsOf(cells: ReadonlyMap<string, { readonly score: number }>, best: number): EvolutionEvents['program-judged']['statistics'] {
  const sum = [...cells.values()].reduce((total, { score }) => total + score, 0);
  return { elites: cells.size, cells: 80, coverage: cells.size / 80, qdScore: sum, best: cells.size === 0 ? null : best, mean: cells.size === 0 ? null : sum / cells.size };
}

/** Tasks of a realistic run, one with a long name. */
export const sampleTasks: readonly TaskFact[] = [
  { id: 'nmos-short', title: 'NMOS W = 10 µm, L = 0.13 µm from a generic card', origin: 'measured', role: 'train', parameters: 18 },
  { id: 'generated-diode-0007', title: 'Generated diode, seed 7', origin: 'generated', role: 'train', parameters: 6 },
  { id: 'nmos-high-voltage-seven-geometries-from-another-foundry', title: 'High-voltage NMOS, 7 geometries, starting from the card of another foundry', origin: 'measured', role: 'validate', parameters: 23 },
  { id: 'npn', title: 'SiGe npn, Gummel and output curves', origin: 'measured', role: 'validate', parameters: 21 },
];
