import { NgspiceDialect, convertCard } from '@evospice/device';
import { testCardConversion, testCardDialect } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { EldoDialect } from './eldo-dialect.ts';

testCardDialect('eldo', () => new EldoDialect(), [
  { name: 'comments, expressions, suffixes', text: '* head\n.MODEL nch NMOS LEVEL=53 ! BSIM3\n+ MODTYPE=ELDO tox=7.5n cgso={2e-10*k}\n* between\n+ U0=500 vth0=0.5 vsat=0.1meg\n', model: 'nch', type: 'NMOS', values: { level: 53, tox: 7.5e-9, u0: 500, vth0: 0.5, vsat: 1e5 } },
]);

testCardConversion('eldo', () => new EldoDialect(), { refused: ['vdmos', 'hisim2', 'hisimhv', 'bsimsoi4'] });

describe('EldoDialect', () => {
  it('has level numbers of its own', () => {
    const to = (text: string) => convertCard(text, { from: new NgspiceDialect(), to: new EldoDialect(), file: 'x' }).text;
    expect(to('.model a nmos level=54 version=4.5 tnom=27\n')).toContain('+ level = 60\n');
    expect(to('.model a nmos level=8 version=3.3 tnom=27\n')).toContain('+ level = 53\n');
    expect(to('.model a npn level=4 tnom=27\n')).toContain('+ level = 8\n');
    expect(() => convertCard('.model a nmos level=54 vth0=1\n', { from: new EldoDialect(), to: new NgspiceDialect(), file: 'x' })).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY', remedy: expect.stringContaining('60') }));
  });
});
