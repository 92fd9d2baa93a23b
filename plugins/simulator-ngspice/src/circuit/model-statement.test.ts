import { describe, expect, it } from 'vitest';
import { cardOf, diode, nmos, npn, vdmos } from '../reference/test-circuits.ts';
import { modelStatementOf } from './model-statement.ts';

describe('model statement', () => {
  it('writes the card under a safe name, with the given values in place of its own', () => {
    const statement = modelStatementOf(cardOf('vdmos nchan', { vto: 3, kp: '5' }, 'my_vdmos'), vdmos);
    expect(statement.text({ kp: 1e-7, rs: 0.5 }, true).replaceAll('\n+', '')).toBe('.model evodut vdmos nchan vto=3 kp=1e-7 rs=0.5');
  });

  it('leaves out ratings and labels, which no model has', () => {
    const statement = modelStatementOf(cardOf('vdmos nchan', { vto: 3, mfg: 'acme', vds: 150, ron: 0.3, qg: '4n' }), vdmos);
    expect(statement.text({}, true).replaceAll('\n+', '')).toBe('.model evodut vdmos nchan vto=3');
    expect(Object.keys(statement.alterable)).toEqual(['vto']);
  });

  it('leaves out charges where BSIM3 and BSIM4 can and nobody looks at them', () => {
    const plain = (level: number, xpart: object, charges: boolean): string => modelStatementOf(cardOf('nmos', { level, ...xpart }), nmos).text({}, charges).replaceAll('\n+', '');
    expect(plain(54, { xpart: 0.5 }, false)).toBe('.model evodut nmos level=54 xpart=-1');
    expect(plain(49, {}, false)).toBe('.model evodut nmos level=49 xpart=-1');
    expect(plain(54, { xpart: 0.5 }, true)).toBe('.model evodut nmos level=54 xpart=0.5');
    expect(plain(1, {}, false)).toBe('.model evodut nmos level=1');
  });

  it('keeps flags, words and dotted versions as they are written, and works suffixes out by the rules of the dialect', () => {
    const statement = modelStatementOf(cardOf('nmos', { level: 8, version: '3.3.0', tox: 1e-8, flag: '' }), nmos);
    const hspice = { ...cardOf('d', { is: '3a', rs: '0.5x' }), dialect: 'hspice', value: (name: string) => ({ is: 3e-18, rs: 5e5 })[name] };
    expect(modelStatementOf(hspice, diode).text({}, true).replaceAll('\n+', '')).toBe('.model evodut d is=3e-18 rs=500000');
    expect(statement.text({}, true).replaceAll('\n+', '')).toBe('.model evodut nmos level=8 version=3.3.0 tox=1e-8 flag');
    expect(statement.bare().replaceAll('\n+', '')).toBe('.model evodut nmos level=8 version=3.3.0');
  });

  it.each([
    ['a Verilog-A type', 'psp103va', nmos, {}],
    ['PSP as a level of nmos, which ngspice runs as level 1', 'nmos', nmos, { level: 103 }],
    ['MEXTRAM, which ngspice runs as Gummel-Poon', 'npn', npn, { level: 504 }],
    ['MEXTRAM with self-heating', 'pnp', npn, { level: 505 }],
    ['a type of another device', 'npn', nmos, {}],
  ])('refuses %s', (_, type, device, values) => {
    expect(() => modelStatementOf(cardOf(type, values), device)).toThrow(expect.objectContaining({ code: 'SIMULATOR_MODEL' }));
  });

  it('refuses an expression, which another file may define', () => {
    expect(() => modelStatementOf(cardOf('d', { is: "'1e-14*corner'" }), diode)).toThrow(expect.objectContaining({ code: 'SIMULATOR_TESTBENCH' }));
  });

  it.each([['2d-3', 'ngspice'], ['3a', 'eldo']])('refuses %s of %s, which ngspice would read as something', (text, dialect) => {
    const card = { ...cardOf('d', { is: text }), dialect, value: () => undefined };
    expect(() => modelStatementOf(card, diode)).toThrow(expect.objectContaining({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining(`is=${text}`) as string }));
  });

  it('knows what a live MOSFET circuit does not take, and that `nf` of a bipolar transistor is another thing', () => {
    expect(['version', 'nf', 'delvto', 'vth0'].map(modelStatementOf(cardOf('nmos', { level: 54 }), nmos).loadOnly)).toEqual([true, true, true, false]);
    expect(modelStatementOf(cardOf('npn', {}), npn).loadOnly('nf')).toBe(false);
  });
});
