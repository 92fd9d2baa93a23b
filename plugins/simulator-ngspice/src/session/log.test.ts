import { describe, expect, it } from 'vitest';
import { analysisProblem, isFatalParameter, loadProblem, unknownParameters } from './log.ts';

describe('what ngspice prints', () => {
  it('names unknown parameters of both kinds of message once', () => {
    const log = 'Error: no such parameter nosuch.\nunrecognized parameter (foo) - ignored\nError: no such parameter nosuch.\n';
    expect(unknownParameters(log)).toEqual(['nosuch', 'foo']);
    expect(unknownParameters('Note: No compatibility mode selected!\n')).toEqual([]);
  });

  it('sees circuits that were refused, or run as something else', () => {
    expect(loadProblem('Circuit: x\n\nIllegal value for level.\nLevel must be < 99 (Setting Level to 1)\n')).toContain('Setting Level to 1');
    expect(loadProblem('Error on line 3 or its substitute:\n  m1 d g 0 0 x nf=2\n  unknown parameter (nf) \n')).toContain('unknown parameter (nf)');
    expect(loadProblem('\nNote: No compatibility mode selected!\n\n\nCircuit: evospice 1 0\n\nWarning: k2 should be specified with k1.\n')).toBeUndefined();
  });

  it('tells a fatal parameter from a fatal error of the program itself', () => {
    expect(isFatalParameter('Fatal: Toxe = -1 is not positive.')).toBe(true);
    expect(isFatalParameter('ERROR: fatal error in ngspice, exit(1)')).toBe(false);
    expect(analysisProblem('x\nFatal: Toxe = -1 is not positive.\ndc simulation(s) aborted')).toBe('Fatal: Toxe = -1 is not positive.');
    expect(analysisProblem('')).not.toBe('');
  });
});
