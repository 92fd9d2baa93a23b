/** A diode behind a resistance that heats itself: the smallest family with everything that the common layer has to deal with. */
export interface Card { is: number; n: number; rs: number; rth: number; cj: number; cjsw: number; cjswGiven: number; tt: number; cth: number }
export interface Geometry { area: number }
export interface Ambient { temperature: number; gmin: number }
export interface Prepared { is: number; nk: number; temperature: number; gs: number; gth: number; cj: number; tt: number; cth: number; gmin: number }
export interface Voltages { a: number; c: number; ai: number; dt: number }

const BOLTZMANN_OVER_CHARGE = 8.617333262e-5;

export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  return {
    is: p.is * g.area,
    nk: p.n * BOLTZMANN_OVER_CHARGE,
    temperature: t.temperature,
    gs: p.rs > 0 ? g.area / p.rs : 0,
    gth: p.rth > 0 ? g.area / p.rth : 0,
    cj: (p.cj + 0.1 * p.cjsw) * g.area,
    tt: p.tt,
    cth: p.cth,
    gmin: t.gmin,
  };
}

function junction(q: Prepared, v: number, rise: number): number {
  const hot = q.temperature + rise;
  return q.is * Math.exp(0.02 * rise) * (Math.exp(v / (q.nk * hot)) - 1) + q.gmin * v;
}

export function evaluate(q: Prepared, v: Voltages): Voltages {
  const current = junction(q, v.ai - v.c, v.dt);
  const outside = q.gs * (v.a - v.ai);
  return { a: outside, c: -current, ai: current - outside, dt: q.gth * v.dt - current * (v.ai - v.c) - outside * (v.a - v.ai) };
}

export function store(q: Prepared, v: Voltages): Voltages {
  const across = v.ai - v.c;
  const charge = q.cj * (across + 0.2 * across * across) + q.tt * junction(q, across, v.dt);
  return { a: 0, c: -charge, ai: charge, dt: q.cth * v.dt };
}
