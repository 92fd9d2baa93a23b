import { worthElsewhere, type RunView, type WorthElsewhere } from '@evospice/evolution';

/** The arm that lacks nothing. */
export const WHOLE = 'whole';

/** One arm of an ablation: the configuration, or the configuration without one of its mechanisms. */
export interface AblationArm {
  readonly arm: string;
  /** What it lacks, in words; empty for the whole configuration. */
  readonly lacks: string;
}

/** What one arm came to with one seed, and what its champion is worth. */
export interface ArmRun extends WorthElsewhere {
  readonly arm: string;
  /** Seed of the run. */
  readonly seed: number;
  /** Best score; null where no program was judged. */
  readonly score: number | null;
  readonly champion: string | null;
  /** Programs tried, seeds included, and proposals. */
  readonly programs: number;
  readonly proposals: number;
  /** Case runs of the scored stage: what all arms of a seed have in common. */
  readonly evaluations: number;
  /** What stored cases have cost together, in the problem's unit. */
  readonly cost: number;
  /** Of language models, read and written. */
  readonly tokens: number;
  /** US dollars; null where no service told a price. */
  readonly money: number | null;
  /** Folder of the run, relative to the ablation's. */
  readonly folder: string;
  /** Hash of what the problem's outcomes depend on: the same for all arms of a seed. */
  readonly problem: string;
}

/** Payload of every event type that an ablation stores. */
export interface AblationEvents {
  /** Stored whenever the ablation is begun or taken up again; the last one counts. */
  'ablation-started': {
    readonly arms: readonly AblationArm[];
    /** Arms that lack nothing in this configuration, or cannot do without: they are not run. */
    readonly idle: readonly (AblationArm & { readonly why: string })[];
    readonly seeds: readonly number[];
    readonly versions: Readonly<Record<string, string>>;
  };
  'arm-finished': ArmRun;
  'ablation-finished': { readonly runs: number };
}

/** What the stored events of a run say of an arm. */
export function armRunOf(view: RunView, { arm, seed, folder, problem }: Pick<ArmRun, 'arm' | 'seed' | 'folder' | 'problem'>): ArmRun {
  const { champion, tried, proposals, evaluations, cases, proposers, models } = view;
  const spent = [...proposers, ...models].flatMap((asking) => asking.spent ?? []);
  const dollars = spent.flatMap(({ cost }) => cost ?? []);
  return {
    arm, seed, folder, problem, champion: champion?.program.id ?? null, score: champion?.verdict.score.value ?? null,
    ...(champion === null ? {} : worthElsewhere(view, champion.program.id)),
    programs: tried, proposals, evaluations, cost: cases.cost,
    tokens: spent.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    money: dollars.length === 0 ? null : dollars.reduce((sum, cost) => sum + cost, 0),
  };
}
