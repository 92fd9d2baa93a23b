import { EvospiceError, type Dataset, type DatasetBlock } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { readUnit } from '@evospice/readers';
import type { TaskDocument, TaskPath } from './task-document.ts';

/** Finds columns and block variables by the exact names a task uses. */
export class BlockColumns {
  readonly #document: TaskDocument;
  readonly #dataset: Dataset;
  readonly #block: DatasetBlock;

  constructor(document: TaskDocument, dataset: Dataset, block: DatasetBlock) {
    this.#document = document;
    this.#dataset = dataset;
    this.#block = block;
  }

  get rows(): number {
    return this.#block.rowLines.length;
  }

  /** True for a column of the table; false for a constant of the block. @throws EvospiceError `TASK_COLUMN`. */
  isColumn(name: string, path: TaskPath): boolean {
    if (Object.hasOwn(this.#block.values, name)) return true;
    if (Object.hasOwn(this.#block.variables, name)) return false;
    throw this.#unknown(name, path);
  }

  /**
   * Values along the block; a block variable is repeated.
   * @throws EvospiceError `TASK_COLUMN`, `TASK_UNIT`, and `DATASET_UNIT` where neither the file nor the task states a unit that is needed
   */
  values(name: string, path: TaskPath, unit?: string): Float64Array {
    const column = this.isColumn(name, path);
    const stated = this.#block.units[name];
    if (unit !== undefined && stated === undefined) {
      throw new EvospiceError('DATASET_UNIT', `column ${name} has no unit`, {
        file: this.#dataset.file, line: this.#block.line, expected: `a unit of ${unit}, with or without a prefix`, remedy: `write it behind the name, such as \`${this.#unitExample(name, unit)}\`, or in the task: \`columns: { ${name}: ${unit} }\``,
      });
    }
    if (unit !== undefined && stated !== unit) {
      throw this.#document.error('TASK_UNIT', `column ${name} of ${this.#dataset.file} is in ${stated}`, path, {
        received: stated, expected: `a column in ${unit}`, remedy: 'name the right column, or correct the unit in the measured file',
      });
    }
    return column ? this.#block.values[name]! : new Float64Array(this.rows).fill(this.#block.variables[name]!);
  }

  /** With the unit that a name such as `Id_uA` seems to end with. */
  #unitExample(name: string, unit: string): string {
    const [, bare, written] = /^(.*?)[\s_-]+(\S+)$/u.exec(name) ?? [];
    return bare === undefined || written === undefined || readUnit(written) === undefined ? `${name} (${unit})` : `${bare} (${written})`;
  }

  #unknown(name: string, path: TaskPath): EvospiceError {
    const known = [...new Set([...this.#block.columns, ...Object.keys(this.#block.variables)])];
    const guess = nearest(name, known);
    return this.#document.error('TASK_COLUMN', `${this.#dataset.file} has no column "${name}"`, path, {
      received: name, expected: `one of ${known.join(', ')}`, remedy: guess === undefined ? 'name a column of the file' : `did you mean "${guess}"?`,
    });
  }
}
