import { EvospiceError } from '@evospice/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseStatement } from './refuse-statement.ts';

const refusal = (text: string): string => {
  try {
    refuseStatement(text, 'Xyce', 'x.mod');
  } catch (error) {
    if (EvospiceError.is(error, 'SIMULATOR_MODEL')) return error.message;
    throw error;
  }
  return '';
};

test('statements of all dialects pass', () => {
  for (const text of ['* from x.mod\n.model evodut nmos level=54\n+ vth0=0.4\n', '// from x.mod\nmodel evodut bsim4 type=n vth0=0.4 \\\n  toxe=2e-9\n', '.MODEL a d\n']) expect(refusal(text)).toBe('');
});

test('a line that is a statement of its own does not pass, whatever ends the line before it', () => {
  const ends = ['\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
  fc.assert(fc.property(fc.constantFrom('\n', ...ends), fc.constantFrom('.control', 'shell touch trace', '.include x', 'simulator lang=spice', 'r1 a b 1'), (end, command) => {
    expect(refusal(`.model evodut d is=1e-14${end}${command}\n`)).toContain('not part of a model statement');
  }));
});
