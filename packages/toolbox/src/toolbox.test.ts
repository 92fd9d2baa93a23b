import { readFileSync } from 'node:fs';
import type { OptimizerContext } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import * as exported from './index.ts';
import { affordable, toolbox, type ToolboxFunctions } from './index.ts';

describe('toolbox', () => {
  test('holds every function that the package exports, and nothing else', () => {
    const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function');
    expect(Object.keys(toolbox).sort()).toEqual(functions.map(([name]) => name).sort());
    for (const [name, value] of functions) expect(toolbox[name as keyof ToolboxFunctions]).toBe(value);
    expect(Object.isFrozen(toolbox)).toBe(true);
  });

  test('is documented function by function, and no function that it lacks', () => {
    const page = readFileSync(new URL('../../../docs/toolbox.md', import.meta.url), 'utf8');
    // The first cell of each row of a table names the functions that it explains.
    const named = page.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
    expect(named.toSorted()).toEqual(Object.keys(toolbox).toSorted());
  });

  test('is the type of `context.toolbox`', () => {
    const read = (context: Pick<OptimizerContext, 'toolbox'>): number => context.toolbox.norm([3, 4]);
    expect(read({ toolbox })).toBe(5);
  });

  test('affordable forgives rounding but never overspends by more than it', () => {
    expect(affordable({ remaining: 2.999_999_999_99 })).toBe(3);
    expect(affordable({ remaining: 2.9 })).toBe(2);
    expect(affordable({ remaining: 1 }, 0.25)).toBe(4);
    expect(affordable({ remaining: 0 })).toBe(0);
  });
});
