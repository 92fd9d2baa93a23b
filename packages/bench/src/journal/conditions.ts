import { createHash } from 'node:crypto';
import { EvospiceError, type Json, type Task } from '@evospice/contracts';

/** Everything that decides over a benchmark's runs besides their cells: what may not change while runs are added. */
export interface BenchConditions {
  /** Such as metric, simulator and limits. */
  readonly common: Readonly<Record<string, Json>>;
  /** What each entry is, by its name. */
  readonly entries: Readonly<Record<string, Json>>;
  /** Hash of each task's content, by its id. */
  readonly tasks: Readonly<Record<string, string>>;
}

/** JSON with the keys of every object in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1))) : item,
  ) ?? 'null';
}

/** SHA-256 of the value's canonical JSON, 64 hexadecimal digits. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Hash of all that a task's runs depend on; where it was read from does not enter. */
export function taskHash({ device, instances, curves, tunables, constraints, model }: Task): string {
  return contentHash({
    device, instances, tunables, constraints: constraints ?? [],
    family: model.family, level: model.level ?? null,
    card: model.card.toString(),
    cards: Object.fromEntries(Object.entries(model.cards ?? {}).map(([id, card]) => [id, card.toString()])),
    curves: curves.map(({ source: _source, x, drives, measured, ...rest }) => ({
      ...rest, x: Array.from(x),
      drives: drives.map((drive) => ({ ...drive, values: Array.from(drive.values) })),
      measured: measured.map((vector) => ({ ...vector, values: Array.from(vector.values) })),
    })),
  });
}

/**
 * Conditions under which both the stored runs and new ones hold: those of `now`, and of `before` what `now` says nothing about.
 * @throws EvospiceError `BENCH_CHANGED` that names everything that is not as it was.
 */
export function joinConditions(before: BenchConditions, now: BenchConditions): BenchConditions {
  const changes = [
    ...changesIn(before.common, now.common, ''),
    ...changesIn(before.entries, now.entries, 'entry '),
    ...changesIn(before.tasks, now.tasks, 'task '),
  ];
  if (changes.length === 0) return { common: { ...before.common, ...now.common }, entries: { ...before.entries, ...now.entries }, tasks: { ...before.tasks, ...now.tasks } };
  const [first] = changes as [Change, ...Change[]];
  throw new EvospiceError('BENCH_CHANGED', `not as it was when the stored runs were made: ${changes.map(({ what }) => what).join(', ')}`, {
    received: changes,
    expected: `${first.what} as before: ${canonicalJson(first.before)}`,
    remedy: 'run the suite as it was (entries, tasks, seeds and budgets may be added), give changed entries another name, or choose another folder',
  });
}

interface Change {
  readonly what: string;
  readonly before: Json;
  readonly now: Json;
}

type Facts = Readonly<Record<string, Json>>;

/** What both say something about, and not the same. */
function changesIn(before: Facts, now: Facts, prefix: string): readonly Change[] {
  return Object.keys(before)
    .filter((name) => name in now && canonicalJson(before[name]) !== canonicalJson(now[name]))
    .map((name) => ({ what: `${prefix}${name}`, before: before[name] ?? null, now: now[name] ?? null }));
}
