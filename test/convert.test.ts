import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, measuredData, temporaryFolder, withoutData } from './support/cli.ts';

interface Converted { readonly family: string; readonly text: string; readonly warnings: readonly { readonly parameter?: string; readonly code: string }[] }
interface Simulated { readonly curves: readonly { readonly id: string; readonly vectors: readonly { readonly simulated: readonly number[] }[] }[] }

const simulated = (card: string): readonly number[] => {
  const result = evospice(['simulate', 'examples/diode', '--card', card, '--simulator', 'ngspice', '--json']);
  expect(result.status, result.stderr).toBe(0);
  return documentOf<Simulated>(result).curves.flatMap(({ vectors }) => vectors.flatMap(({ simulated: values }) => values));
};

describe('convert', () => {
  test.each(['hspice', 'spectre', 'xyce', 'eldo'])('to %s and back: what maps back is the same device to 1e-9', (dialect) => {
    const folder = temporaryFolder('convert');
    const [there, back] = [join(folder, 'there.txt'), join(folder, 'back.mod')];
    const first = evospice(['convert', 'examples/diode/card/start.mod', '--to', dialect, '--out', there, '--json']);
    expect(first.status, first.stderr).toBe(0);
    const second = evospice(['convert', there, '--from', dialect, '--to', 'ngspice', '--out', back, '--json']);
    expect(second.status, second.stderr).toBe(0);
    // A parameter that was named as lost or different may show; every other one must not.
    const lost = documentOf<Converted>(first).warnings.filter(({ code }) => code !== 'EQUATION_DIFFERS').map(({ parameter }) => parameter);
    const [before, after] = [simulated('examples/diode/card/start.mod'), simulated(back)];
    expect(after.length).toBe(before.length);
    const largest = Math.max(...before.map((value, index) => Math.abs((after[index] as number) - value) / Math.max(Math.abs(value), 1e-18)));
    expect(largest, `named as lost: ${lost.join(', ')}`).toBeLessThan(lost.length === 0 ? 1e-9 : 1);
  });

  test('a section of an HSPICE library has its numbers and operators, also in UTF-16, and the command says what it leaves out', () => {
    const folder = temporaryFolder('convert');
    const library = "* kit\r\n.lib tt\r\n.param leak=7a big=0.25x neg='(-3)**3' thick=2\u00b5\r\n.model dk d level=1 is=leak rs='big*4e-6' n=thick*6e5 bv='40+neg' tref=25\r\n.endl\r\n";
    const file = join(folder, 'kit.lib');
    writeFileSync(file, Buffer.from(`\ufeff${library}`, 'utf16le'));
    const result = evospice(['convert', file, '--from', 'hspice', '--section', 'tt', '--model', 'dk', '--to', 'ngspice', '--json']);
    expect(result.status, result.stderr).toBe(0);
    const { text } = documentOf<Converted>(result);
    const value = (parameter: string): number => Number(new RegExp(`\\+ ${parameter} = (\\S+)`).exec(text)?.[1]);
    expect([value('is') * 1e18, value('rs'), value('bv'), value('n')].map((each) => Number(each.toFixed(9)))).toEqual([7, 1, 13, 1.2]);
    expect(result.stderr).toContain('7a is read as 7e-18: a is 1e-18 in HSPICE');
    const card = join(folder, 'flat.mod');
    writeFileSync(card, Buffer.from('\ufeff.model dk d is=1e-14 rs=2\u00b5\r\n', 'utf16le'));
    expect(documentOf<Converted>(evospice(['convert', card, '--to', 'xyce', '--json'])).text).toMatch(/rs = 0\.000002|rs = 2e-6/);
  });

  test('what has no counterpart is named, and a dialect that does not exist is refused', () => {
    const folder = temporaryFolder('convert');
    const card = join(folder, 'card.mod');
    writeFileSync(card, `${readFileSync('examples/diode/card/start.mod', 'utf8').trimEnd()}\n+ tlev = 1\n`);
    const result = evospice(['convert', card, '--to', 'xyce', '--json']);
    expect(documentOf<Converted>(result).warnings.map(({ parameter }) => parameter)).toContain('tlev');
    expect(result.stderr).toContain('tlev');
    expect(documentOf(evospice(['convert', card, '--to', 'specter', '--json']))).toMatchObject({ error: { code: 'EXTENSION_UNKNOWN', remedy: 'did you mean "spectre"?' } });
  });

  test.skipIf(measuredData === undefined)(`a measured task's PDK card goes to Spectre with its level translated by name${withoutData}`, () => {
    const result = evospice(['convert', join(measuredData as string, 'p05-sky-nfet-lvt-from-nfet', 'card', 'start.mod'), '--to', 'spectre', '--json']);
    expect(result.status, result.stderr).toBe(0);
    const { family, text } = documentOf<Converted>(result);
    expect(family).toBe('bsim4');
    expect(text).toMatch(/^model start_nfet bsim4/m);
    expect(text).toMatch(/type\s*=\s*n/);
    expect(text).not.toMatch(/level\s*=\s*(54|14)/);
  });
});
