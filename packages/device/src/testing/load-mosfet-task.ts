import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from '@evospice/contracts';
import { loadTask } from '../tasks/load-task.ts';
import { deviceRegistry } from './registry.ts';

export interface MosfetTask {
  /** Measured files by name. */
  readonly files: Readonly<Record<string, string>>;
  /** The one entry of `data` without its dash, in YAML; it begins in line 8 of `task.yaml`, and its further lines are indented by four blanks. */
  readonly entry: string;
  readonly polarity?: 'n' | 'p';
  /** What is on the element line. */
  readonly params?: string;
  readonly metric?: string;
  /** What comes behind everything else. */
  readonly more?: string;
}

/** Loads the smallest task around what a test is about, a level 1 transistor called `a`, from a folder that is gone afterwards. */
export async function loadMosfetTask({ files, entry, polarity = 'n', params = 'w: 10u, l: 1u', metric = 'floor: 1.0e-12', more = '' }: MosfetTask): Promise<Task> {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-task-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'card.mod'), `.model m1 ${polarity}mos level=1 vto=0.4\n`);
    writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: t
title: t
device: { kind: mosfet, polarity: ${polarity}, terminals: [d, g, s, b] }
model: { family: MOS1, card: card.mod, name: m1, type: ${polarity}mos }
instances: [{ id: a, params: { ${params} } }]
data:
  - ${entry}
metric: { ${metric} }
tunables: [{ name: vto, lo: 0.1, hi: 0.9, scale: lin }]
${more}`);
    return await loadTask(folder, deviceRegistry);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
