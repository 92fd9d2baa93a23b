import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

interface Checked {
  readonly counts: { readonly violation: number; readonly warning: number; readonly note: number };
  readonly worst: string | null;
  readonly cards: readonly { readonly name: string; readonly family: string | null; readonly findings: readonly { readonly rule: string; readonly parameter?: string; readonly limit?: string; readonly source?: string }[] }[];
}

const card = (name: string, text: string): string => {
  const file = join(temporaryFolder('check'), name);
  writeFileSync(file, text);
  return file;
};

describe('check', () => {
  const severalCards = () => card('several.mod', '.model good d is=1e-14 rs=1\n.model steep d is=1e-14 n=0.8\n.model wrong npn bf=100 rb=10 rbm=20\n');

  test('judges every card of a file, names value, limit and source, and ends by the worst', () => {
    const several = severalCards();
    const result = evospice(['check', several, '--json']);
    expect(result.status, result.stderr).toBe(1);
    const checked = documentOf<Checked>(result);
    // An emission coefficient of 0.8 shows in the current too, which is steeper than thermal carriers allow.
    expect(checked).toMatchObject({ worst: 'violation', counts: { violation: 2 } });
    expect(checked.cards.map(({ name, family }) => [name, family])).toEqual([['good', 'diode'], ['steep', 'diode'], ['wrong', 'gummel-poon']]);
    expect(checked.cards[2]!.findings).toMatchObject([{ rule: 'card-relations', parameter: 'rbm', limit: 'at most rb = 10', source: expect.stringContaining('manual') }]);
    expect(checked.cards[0]!.findings).toEqual([]);
  });

  test('ends with 3 for warnings, with 0 where they are allowed or there is nothing', () => {
    const several = severalCards();
    expect(evospice(['check', several, '--model', 'steep', '--rule', 'card-limits']).status).toBe(3);
    expect(evospice(['check', several, '--model', 'steep', '--rule', 'card-limits', '--allow', 'warning']).status).toBe(0);
    expect(evospice(['check', several, '--model', 'good', '--rule', 'card-limits'])).toMatchObject({ status: 0, stdout: expect.stringContaining('found nothing') });
  });

  test('takes the device, sizes, curves and tunables of a task, and its own start card', () => {
    const several = severalCards();
    const result = evospice(['check', 'examples/diode', '--json']);
    expect(result.stderr).toBe('');
    expect(documentOf<Checked & { readonly cards: readonly { readonly measured: { readonly by: string; readonly simulations: number } }[] }>(result).cards[0]).toMatchObject({ family: 'diode', measured: { by: 'compact', simulations: 0 } });
    const other = evospice(['check', several, '--model', 'wrong', '--task', 'examples/diode']);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('npn');
  });

  test('rules of an extraction are in its result, trajectory and report', () => {
    const out = join(temporaryFolder('check'), 'extraction');
    const result = evospice(['extract', 'examples/diode', '--simulator', 'compact', '--optimizer', 'random', '--budget', '6', '--rule', 'card', '--rule', 'curve', '--out', out, '--json']);
    expect(result.status, result.stderr).toBe(0);
    const { findings } = documentOf<{ readonly findings: readonly { readonly rule: string; readonly message: string }[] }>(result);
    for (const { rule } of findings) expect(rule).toMatch(/^(?:card|curve)-/u);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(findings.length === 0 ? 'The rules found nothing.' : 'Findings of physics rules');
  });

  test('reads cards of other simulators, and says what is wrong with a file', () => {
    const several = severalCards();
    expect(evospice(['check', card('spectre.scs', 'simulator lang=spectre\nmodel d1 diode is=1e-14 n=0.5\n'), '--from', 'spectre', '--rule', 'card-limits', '--allow', 'note'])).toMatchObject({ status: 3, stdout: expect.stringContaining('n = 0.5') });
    expect(evospice(['check', `${several}.missing`])).toMatchObject({ status: 2, stderr: expect.stringContaining('CARD_MISSING') });
    expect(evospice(['check', several, '--model', 'goood'])).toMatchObject({ status: 2, stderr: expect.stringContaining('did you mean "good"') });
  });
});
