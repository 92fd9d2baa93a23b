import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

interface Qa {
  readonly counts: { readonly violation: number; readonly warning: number; readonly note: number };
  readonly unjudged: number;
  readonly report: string | null;
  readonly cards: readonly {
    readonly name: string; readonly family?: string; readonly failure?: { readonly code: string; readonly message: string }; readonly findings?: readonly { readonly rule: string }[];
    readonly instances?: readonly { readonly params: Readonly<Record<string, number>> }[];
    readonly figures?: readonly { readonly name: string; readonly temperatureC: number; readonly instance: string; readonly value: number }[];
  }[];
}

const bin = (number: number, lmin: string, lmax: string, vth: string): string => `.model nch.${number} nmos level=54 version=4.5 toxe=4n lmin=${lmin} lmax=${lmax} wmin=1u wmax=10u vth0='${vth}' u0=0.03 vsat=1e5 k1=0.5`;
const kit = `.lib tt
.param shift=0.02
${bin(0, '0.18u', '1u', '0.45+shift')}
${bin(1, '1u', '10u', '0.42+shift+global')}
.model dio d is=1e-15 n='1+shift' rs=2 cjo=1p vj=0.7 m=0.4
.endl tt
`;

test('judges the bins and models of a section, reads figures at three temperatures, and lists what cannot be judged', () => {
  const folder = temporaryFolder('qa');
  const file = join(folder, 'kit.lib');
  writeFileSync(file, kit);
  const result = evospice(['qa', file, '--section', 'tt', '--rule', 'card-limits', '--json', '--out', join(folder, 'report')]);
  // A bin without a value for one of its parameters is not passed over.
  expect(result.status, result.stderr).toBe(1);
  const qa = documentOf<Qa>(result);
  expect(qa).toMatchObject({ unjudged: 1, counts: { violation: 0 } });
  expect(qa.cards.map(({ name }) => name).toSorted()).toEqual(['dio', 'nch.0', 'nch.1']);
  const of = (name: string) => qa.cards.find((card) => card.name === name)!;
  expect(of('nch.1').failure).toMatchObject({ code: 'PDK_PARAMETER', message: expect.stringContaining('global') });
  expect(of('nch.0').instances!.map(({ params }) => Math.round(params['l']! * 1e9))).toEqual([180, 999, 180]);
  const ideality = of('dio').figures!.filter(({ name }) => name === 'ideality');
  // The steepest section of 61 points, with the simulator's least conductance in parallel.
  expect(ideality.map(({ temperatureC, value }) => [temperatureC, value])).toEqual([-40, 27, 125].map((temperature) => [temperature, expect.closeTo(1.02, 1)]));
  const threshold = (temperature: number): number => of('nch.0').figures!.find(({ name, temperatureC, instance }) => name === 'Vth, maximum gm' && temperatureC === temperature && instance.startsWith('l=0.999'))!.value;
  expect(threshold(27)).toBeGreaterThan(0.35);
  expect(threshold(27)).toBeLessThan(0.6);
  expect(threshold(125)).toBeLessThan(threshold(-40));
  const page = readFileSync(qa.report!, 'utf8');
  for (const part of ['nch.1', 'cannot be judged', 'Figures of merit', 'subthreshold swing']) expect(page).toContain(part);
  // With what it lacks, everything is judged.
  const whole = evospice(['qa', file, '--section', 'tt', '--rule', 'card-limits', '--param', 'global=0', '--model', 'nch', '--json']);
  expect(whole.status, whole.stdout.slice(0, 500)).toBe(0);
  expect(documentOf<Qa>(whole)).toMatchObject({ unjudged: 0, cards: [{ name: 'nch.0', family: 'bsim4' }, { name: 'nch.1' }] });
});

test('flat cards of several files end by the worst finding; what was asked wrongly is refused', () => {
  const folder = temporaryFolder('qa');
  const [good, bad] = ['good.mod', 'bad.mod'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(good, '.model good d is=1e-14 rs=1\n');
  writeFileSync(bad, '.model steep d is=1e-14 n=0.8\n.model wrong npn bf=100 rb=10 rbm=20\n');
  const result = evospice(['qa', good, bad]);
  expect(result.status, result.stderr).toBe(1);
  expect(result.stdout).toMatch(/3 cards: 2 violations?/u);
  expect(result.stdout.match(/figures of merit off/gu)).toHaveLength(3);
  const refused = evospice(['qa', good, '--model', 'bad']);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('has no model bad');
  expect(evospice(['qa', bad, '--limit', '1']).stderr).toContain('more than the 1');
});
