/** Kinds of strategy blocks, in the order in which a program lists them, with the function each declares. */
export const strategyFunctions = {
  sampling: 'samplePoints',
  'stage-order': 'stageOrder',
  residuals: 'residualsOf',
  differences: 'differences',
  'trust-scale': 'trustScale',
  initialisation: 'initialise',
  'global-search': 'globalSearch',
  'local-search': 'localSearch',
  polish: 'polish',
  restart: 'restart',
  schedule: 'schedule',
} as const;

export type StrategyKind = keyof typeof strategyFunctions;

export const strategyKinds = Object.keys(strategyFunctions) as readonly StrategyKind[];

/** Kind of the block that declares this function; undefined for any other name. */
export function kindOfFunction(name: string): StrategyKind | undefined {
  return strategyKinds.find((kind) => strategyFunctions[kind] === name);
}

/** A piece of a program that another of the same kind may replace: one function over the shared search state. */
export interface StrategyBlock {
  readonly kind: StrategyKind;
  readonly name: string;
  /** From its `// STRATEGY:` comment to the end of its function, ending in one line break. */
  readonly source: string;
}

/** The comment that opens a block. */
export function strategyMarker(kind: string, name: string): string {
  return `// STRATEGY: ${kind} ${name}`;
}
