import { describe, expect, it } from 'vitest';
import { curveIds, type CurveName } from './curve-ids.ts';

const name = (change: Partial<CurveName>): CurveName => ({ instance: 'W1', kind: 'idvg', temperatureC: 27, constants: {}, swept: new Set(), columns: ['id'], ...change });

describe('curveIds', () => {
  it('names swept and non-zero constants, the swept ones also at zero', () => {
    expect(curveIds([name({ constants: { vd: 0.05, vb: 0, vs: 0 }, swept: new Set(['vb']) })])).toEqual(['W1/idvg/vd=0.05,vb=0']);
  });

  it('writes negative zero as zero', () => {
    expect(curveIds([name({ constants: { vb: -0 }, swept: new Set(['vb']) })])).toEqual(['W1/idvg/vb=0']);
  });

  it('names the temperature where there are several', () => {
    expect(curveIds([name({}), name({ temperatureC: -40 })])).toEqual(['W1/idvg/27C', 'W1/idvg/-40C']);
  });

  it('tells curves apart by what was measured, and counts the rest', () => {
    expect(curveIds([name({ columns: ['id', 'ig'] }), name({ columns: ['cg'] }), name({ columns: ['cg'] }), name({ kind: 'idvd' })])).toEqual([
      'W1/idvg/id+ig', 'W1/idvg/cg', 'W1/idvg/cg#2', 'W1/idvd',
    ]);
  });
});
