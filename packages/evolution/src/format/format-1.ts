import type { AddResult, Json, StoredEvent } from '@evospice/contracts';

/** Plain JSON with the fields of an event of format 1. */
// oxlint-disable-next-line typescript/no-explicit-any -- the format is past, and described by its fixture
type Fields = Record<string, any>;

/** Roles of extractions, as today's stages. */
const stages: Readonly<Record<string, string>> = { train: 'evaluation', validate: 'validation', baseline: 'reference' };

/** Codes with which the simulator, not the program, was at fault. */
const excused: ReadonlySet<string> = new Set([
  'CRASHED', 'NO_LICENCE', 'EXTRACTION_SIMULATOR', 'SIMULATOR_CLOSED', 'SIMULATOR_CRASHED', 'SCHEDULER_LEASE_LOST', 'SCHEDULER_NO_LICENCE',
]);

/**
 * Turns events that version 0.1 stored (format 1: every evolution was one of extraction programs, and said so in its events) into
 * today's. Feed it all events of a run in order.
 */
export class Format1 {
  readonly #holders = new Map<string, string>();
  #ordinal = 0;

  readonly #events: Readonly<Record<string, (fields: Fields) => readonly [string, Fields]>> = {
    'run-started': ({ seed, evaluations, axes, versions, order, ...facts }) => ['run-started', {
      format: 1, problem: 'extraction', seed, programs: evaluations, versions, ...(order === undefined ? {} : { order }),
      archive: { axes, shape: { kind: 'grid' } }, stages: [{ name: 'probe', cases: 1 }, { name: 'evaluation', cases: casesOf(facts) }], facts,
    }],
    'run-resumed': ({ evaluations, ...rest }) => ['run-resumed', { programs: evaluations, ...rest }],
    'program-proposed': ({ program: { source, ...program }, details }) => {
      this.#ordinal += 1;
      return ['program-proposed', { program: { ...program, entry: 'program.ts', files: { 'program.ts': source } }, details }];
    },
    'program-rejected': ({ source: _source, ordinal, ...rest }) => {
      if (rest['program'] === null) this.#ordinal += 1;
      const place = ordinal ?? (rest['program'] === null ? this.#ordinal : Number(String(rest['program']).slice(1)));
      return ['program-rejected', { ...rest, ordinal: place, ...(excused.has(rest['code']) ? { excused: true } : {}) }];
    },
    'extraction-retried': ({ role, task, ...rest }) => ['case-retried', { ...rest, stage: stages[role], case: task }],
    'extraction-finished': ({ subject, role, task, seed, failure, fits, end, ...data }) => ['case-finished', {
      subject, stage: stages[role],
      outcome: {
        case: task, seed, data: { ...data, end }, ...(end === 'failed' ? { failure: failure ?? { code: 'PROGRAM_CRASHED', message: 'no reason given' } } : {}),
        ...(fits === undefined ? {} : { artefacts: { fits } }),
      },
    }],
    'program-evaluated': ({ program, score, measures, archive, statistics }) => [
      'program-judged', { program, score: scoreOf(score), measures, archive: this.#added(program, archive), statistics },
    ],
    'champion-fitted': ({ program, task, seed, fits }) => ['artefacts-added', { program, stage: 'evaluation', case: task, seed, artefacts: { fits } }],
    'run-finished': ({ evaluations, ...rest }) => ['run-finished', { programs: evaluations, ...rest }],
  };

  /** The event as it would be stored today. */
  upgrade(event: StoredEvent): StoredEvent {
    if (!Object.hasOwn(this.#events, event.type)) return event;
    const [type, payload] = this.#events[event.type]?.(event.payload as Fields) ?? [];
    return { ...event, type: type as string, payload: payload as Json };
  }

  /** Format 1 did not say which elite had to go: it is the one that held the cell. */
  #added(program: string, { status, value, cell }: AddResult): AddResult {
    if (cell === null) return { status, value, cell, removed: [] };
    const holder = this.#holders.get(cell.join());
    this.#holders.set(cell.join(), program);
    return { status, value, cell, removed: holder === undefined ? [] : [holder] };
  }
}

function casesOf({ tasks, seeds }: Fields): number {
  return tasks.filter(({ role }: Fields) => role === 'train').length * seeds.length;
}

function scoreOf({ value, spread, precision, efficiency, robustness, runs }: Fields): Fields {
  return {
    value, spread, parts: { precision, efficiency, robustness },
    cases: runs.map(({ task, seed, score, finalRatio, ...parts }: Fields) => ({ case: task, seed, value: score, parts: { ...parts, finalRatio } })),
  };
}
