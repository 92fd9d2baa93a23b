import { EvospiceError, type Json } from '@evospice/contracts';
import { canonicalJson } from './content-hash.ts';

/**
 * Everything that decides over the results of a run, by names that a reader understands: settings, choices of plugins with every option,
 * hashes of code and of what was measured. Kept with the run, and compared when it is taken up again or added to.
 */
export type Conditions = Readonly<Record<string, Json>>;

/** One condition that is not as it was; null where there was none, or is none any more. */
export interface Difference {
  readonly what: string;
  readonly before: Json;
  readonly now: Json;
}

export interface ConditionRules {
  /** Whether a condition may change, by its name; none may when left out. */
  readonly mayChange?: (name: string) => boolean;
  /** Whether conditions may come and go, as the entries and tasks of a benchmark do: then only those are compared that there were and are. */
  readonly mayGrow?: boolean;
  /** What the reader can do. */
  readonly remedy: string;
}

export interface SettledConditions {
  /** To be kept with the run from now on. */
  readonly conditions: Conditions;
  /** What is not as it was, and may be so. */
  readonly changed: readonly Difference[];
}

/**
 * Decides whether a run that was made under some conditions may go on under others.
 * @throws EvospiceError `RUN_CHANGED` that names every difference that may not be
 */
export function settleConditions(before: Conditions, now: Conditions, { mayChange = () => false, mayGrow = false, remedy }: ConditionRules): SettledConditions {
  const all = differences(before, now).filter(({ what }) => !mayGrow || (Object.hasOwn(before, what) && Object.hasOwn(now, what)));
  const refused = all.filter(({ what }) => !mayChange(what));
  const [first] = refused;
  if (first === undefined) return { conditions: mayGrow ? { ...before, ...now } : now, changed: all };
  throw new EvospiceError('RUN_CHANGED', `not as it was when the run began: ${refused.map(({ what }) => what).join(', ')}`, {
    received: refused,
    expected: `${first.what} as before: ${short(first.before)}, not ${short(first.now)}`,
    remedy,
  });
}

/** What is not the same in both, in the order of `before`, then of `now`. */
export function differences(before: Conditions, now: Conditions): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .map((what) => ({ what, before: valueOf(before, what), now: valueOf(now, what) }))
    .filter((one) => canonicalJson(one.before) !== canonicalJson(one.now));
}

/** Null where there is none, whatever an object inherits. */
function valueOf(conditions: Conditions, name: string): Json {
  return Object.hasOwn(conditions, name) ? (conditions[name] ?? null) : null;
}

/** The conditions with this in front of each name. */
export function prefixed(prefix: string, conditions: Conditions): Conditions {
  return Object.fromEntries(Object.entries(conditions).map(([name, value]) => [`${prefix}${name}`, value]));
}

function short(value: Json): string {
  const text = canonicalJson(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
