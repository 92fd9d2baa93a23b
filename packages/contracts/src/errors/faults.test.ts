import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultOf, hangsOnTime, isKnownCode, mayPass } from './faults.ts';

describe('whose fault a failure is', () => {
  it.each([
    ['SIMULATOR_CLOSED', 'simulator'], ['SCHEDULER_NO_LICENCE', 'simulator'], ['EXTRACTION_SIMULATOR', 'simulator'], ['NO_LICENCE', 'simulator'],
    ['SANDBOX_MISSING', 'sandbox'], ['RUNNER_START', 'sandbox'],
    ['OPTIMIZER_UNSUPPORTED', 'program'], ['PROGRAM_SIMULATOR', 'program'], ['TOOLBOX_SHAPE', 'program'], ['NOT_CONVERGED', 'program'],
    ['CANCELLED', 'caller'], ['PROGRAM_CANCELLED', 'caller'], ['EXTRACTION_CANDIDATE', 'caller'],
    ['CONSTRAINT_VIOLATED', 'program'], ['USAGE_FOLDER', 'usage'], ['CONFIG_INVALID', 'usage'], ['TASK_MISSING', 'usage'], ['STORE_LOCKED', 'system'],
    // Not of these families, whatever they begin with.
    ['SIMULATORS', 'program'], ['ACME_BROKEN', 'program'], ['toString', 'program'], ['__proto__', 'program'],
  ] as const)('%s is of %s', (code, fault) => {
    expect(faultOf(code)).toBe(fault);
  });

  it('says what another attempt may cure, and what a faster machine', () => {
    expect(['CRASHED', 'NO_LICENCE', 'SIMULATOR_CLOSED', 'SIMULATOR_MISSING', 'NOT_CONVERGED'].filter(mayPass)).toEqual(['CRASHED', 'NO_LICENCE', 'SIMULATOR_CLOSED']);
    expect(['DEADLINE', 'PROGRAM_DEADLINE', 'BENCH_TIME_LIMIT', 'PROGRAM_ERROR'].filter(hangsOnTime)).toEqual(['DEADLINE', 'PROGRAM_DEADLINE', 'BENCH_TIME_LIMIT']);
  });

  it('is known for every code that the source raises', () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const unknown = new Set<string>();
    let read = 0;
    for (const floor of ['packages', 'plugins']) {
      const packages = readdirSync(join(root, floor)).filter((name) => name !== 'testkit' && existsSync(join(root, floor, name, 'src')));
      const files = packages.flatMap((name) => readdirSync(join(root, floor, name, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => join(floor, name, 'src', file)));
      for (const file of files) {
        if (!file.endsWith('.ts') || /\.test\.ts$|[/\\]testing[/\\]/u.test(file)) continue;
        const text = readFileSync(join(root, file), 'utf8');
        for (const [, code = ''] of text.matchAll(/EvospiceError\(\s*'([A-Z][A-Z0-9_]+)'/gu)) {
          read += 1;
          if (!isKnownCode(code)) unknown.add(`${file}: ${code}`);
        }
      }
    }
    expect([...unknown]).toEqual([]);
    expect(read).toBeGreaterThan(150);
  });
});
