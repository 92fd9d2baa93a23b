import { describe, expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { resolveModel } from '../pdk/resolve-model.ts';
import { refusalOf } from '../testing/refusal-of.ts';

const dialect = new NgspiceDialect();
const reading = (text: string) => dialect.toNeutral!(dialect.parse(text, { file: 'parts.lib' }));

describe('forms of PSpice and LTspice', () => {
  it('the temperature that parameters were measured at is the nominal one, and tolerances are named', () => {
    const { model, warnings } = reading('.model dy d(is=2n DEV 15% LOT=4% rs=.3 T_MEASURED=22)\n');
    expect([model.tnom, model.parameters.get('is'), model.parameters.get('rs')]).toEqual([22, 2e-9, 0.3]);
    expect(warnings.map(({ parameter, message }) => [parameter, message.includes('a tolerance of PSpice')])).toEqual([['dev', true], ['lot', true]]);
  });

  it('ratings are named for what they are', () => {
    const { warnings } = reading('.model mx VDMOS(Rg=2 Vto=3 Kp=5 Vds=80 Ron=20m Qg=9n mfg=Acme tnom=27)\n');
    expect(warnings.filter(({ message }) => message.includes("LTspice's list of parts")).map(({ parameter }) => parameter)).toEqual(['vds', 'ron', 'qg', 'mfg']);
  });

  it('a model that changes another one is refused as that', () => {
    const text = '.model qa npn(bf=100)\n.model qb AKO:qa NPN(bf=200)\n';
    expect(refusalOf(() => dialect.parse(text, { file: 'parts.lib', model: 'qb' }))).toMatchObject({ code: 'CARD_SYNTAX', line: 2, message: expect.stringContaining('AKO:qa') });
    expect(refusalOf(() => resolveModel({ file: 'parts.lib', name: 'qb', readFile: () => text }))).toMatchObject({ code: 'PDK_SYNTAX', line: 2 });
  });
});
