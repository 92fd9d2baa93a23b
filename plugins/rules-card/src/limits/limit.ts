import type { PhysicsFinding } from '@evospice/contracts';

/** A range that values of a card must keep to. */
export interface Limit {
  /** One parameter, with other spellings behind `|`. */
  readonly names: string;
  readonly least?: number;
  readonly most?: number;
  /** Which ends are not allowed themselves. */
  readonly open?: 'least' | 'most' | 'both';
  readonly severity: PhysicsFinding['severity'];
  readonly reason: string;
  readonly source: string;
}

type Terms = Pick<Limit, 'severity' | 'reason' | 'source'>;

/** Limits of a manual, several parameters at once: names separated by blanks. */
export function limitsFrom(source: string) {
  const table = (range: Pick<Limit, 'least' | 'most' | 'open'>, severity: Terms['severity']) => (names: string, reason: string): readonly Limit[] =>
    names.split(/\s+/u).map((one) => ({ names: one, ...range, severity, reason, source }));
  return {
    /** Above 0, or a simulator stops or computes something else. */
    positive: table({ least: 0, open: 'least' }, 'violation'),
    notNegative: table({ least: 0 }, 'violation'),
    fraction: table({ least: 0, most: 1 }, 'violation'),
    /** Between 0 and 1 without either. */
    properFraction: table({ least: 0, most: 1, open: 'both' }, 'violation'),
    within: (least: number, most: number, names: string, reason: string, severity: Terms['severity'] = 'warning') => table({ least, most }, severity)(names, reason),
    atLeast: (least: number, names: string, reason: string, severity: Terms['severity'] = 'warning') => table({ least }, severity)(names, reason),
    atMost: (most: number, names: string, reason: string, severity: Terms['severity'] = 'warning') => table({ most }, severity)(names, reason),
  };
}

/** Whether a value keeps to it. */
export function keeps({ least = -Infinity, most = Infinity, open }: Limit, value: number): boolean {
  const low = open === 'least' || open === 'both' ? value > least : value >= least;
  const high = open === 'most' || open === 'both' ? value < most : value <= most;
  return low && high;
}

/** The range in words. */
export function rangeText({ least, most, open }: Limit): string {
  if (least === undefined) return `${open === 'most' || open === 'both' ? 'below' : 'at most'} ${most}`;
  if (most === undefined) return `${open === 'least' || open === 'both' ? 'above' : 'at least'} ${least}`;
  return open === 'both' ? `between ${least} and ${most}, without either` : `${least} to ${most}`;
}
