import { existsSync, readFileSync } from 'node:fs';
import type { Curve, DeviceInstance, Task } from '@evospice/contracts';
import { contentHash } from '@evospice/runs';

/**
 * All that the runs on a task depend on, as hashes of its content by what a reader would call them. Where the task was read from, its title
 * and its notes do not enter.
 */
export function taskConditions({ id, device, instances, curves, tunables, constraints = [], model, libraries }: Task): Readonly<Record<string, string>> {
  const parts = {
    device: { device, instances: instances.map(conditionsOf), ...(model.options === undefined ? {} : { options: model.options }), ...(libraries === undefined ? {} : { libraries: libraries.map(libraryHash) }) },
    card: { family: model.family, level: model.level ?? null, dialect: model.card.dialect, card: model.card.toString(), cards: cardsOf(model.cards) },
    'parameters and bounds': tunables,
    constraints,
    weights: curves.map(({ id: curve, weight, measured }) => ({ curve, weight, floors: measured.map(({ floor }) => floor), ...pointWeights(measured) })),
    split: curves.map(({ id: curve, split }) => ({ curve, split })),
    'measured values': curves.map(measuredIn),
    curves: curves.map(conditionsIn),
  };
  return Object.fromEntries(Object.entries(parts).map(([part, content]) => [`task ${id}: ${part}`, contentHash(content)]));
}

/** One hash of the same. */
export function taskHash(task: Task): string {
  return contentHash(taskConditions(task));
}

/** The models around a device by their texts: where they were read does not enter. */
function conditionsOf({ wrapper, ...instance }: DeviceInstance): unknown {
  return wrapper === undefined ? instance : { ...instance, wrapper: { ...wrapper, models: wrapper.models.map(String) } };
}

function cardsOf(cards: Task['model']['cards'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cards).map(([instance, card]) => [instance, card.toString()]));
}

/** Of the compiled code: two libraries of one name are two models. */
function libraryHash(file: string): string {
  return existsSync(file) ? contentHash(readFileSync(file, 'base64')) : 'absent';
}

function pointWeights(measured: Curve['measured']): { readonly points?: unknown } {
  return measured.every(({ weights }) => weights === undefined) ? {} : { points: measured.map(({ weights }) => (weights === undefined ? null : Array.from(weights))) };
}

function measuredIn({ id, measured }: Curve): unknown {
  return { id, measured: measured.map(({ values, floor: _floor, weights: _weights, ...rest }) => ({ ...rest, values: Array.from(values) })) };
}

function conditionsIn({ source: _source, weight: _weight, split: _split, measured: _measured, x, drives, ...rest }: Curve): unknown {
  return { ...rest, x: Array.from(x), drives: drives.map((drive) => ({ ...drive, values: Array.from(drive.values) })) };
}
