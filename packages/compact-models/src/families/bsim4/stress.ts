import { binned } from './constants.ts';
import type { Card, Geometry } from './card.ts';

/** Offsets by mechanical stress and by the well's edge. */
export interface StressOffsets {
  vth0: number;
  k2: number;
  eta0: number;
  /** Factor of the saturation velocity. */
  vsat: number;
}

/** Digamma function for x > 0: recurrence up to x + 6, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
function digamma(x: number): number {
  const y = x + 6;
  const r = 1 / (y * y);
  const series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * (691 / 32760 - r / 12))))));
  return Math.log(y) - 0.5 / y - series - 1 / x - 1 / (x + 1) - 1 / (x + 2) - 1 / (x + 3) - 1 / (x + 4) - 1 / (x + 5);
}

/** Mean of 1 / (a + i d) over the fingers i = 0 to n - 1, as a closed form of the sum. */
function meanReciprocal(a: number, d: number, n: number): number {
  let y = 1 / a;
  if (n > 1) y = (digamma(a / d + n) - digamma(a / d)) / (d * n);
  return y;
}

/** Stress of the diffusion's length (manual 14.2) and well proximity (15); their effect on u0 is lost in ngspice (see transport). */
export function stressOffsets(
  p: Card, g: Geometry, lnew: number, wnew: number, rise: number, invL: number, invW: number, invLW: number,
): StressOffsets {
  let vth0 = 0;
  let k2 = 0;
  let eta0 = 0;
  let vsat = 1;
  const sd = g.sdGiven > 0 ? g.sd : 2 * p.dmcg;
  if (g.sa > 0 && g.sb > 0 && (g.nf === 1 || (g.nf > 1 && sd > 0))) {
    const width = wnew + Math.max(0, p.wlod);
    const ll = Math.pow(lnew, p.llodku0);
    const lw = Math.pow(width, p.wlodku0);
    const ku0temp = (1 + p.lku0 / ll + p.wku0 / lw + p.pku0 / (ll * lw)) * (1 + p.tku0 * rise) + 1e-9;
    const vl = Math.pow(lnew, p.llodvth);
    const vw = Math.pow(width, p.wlodvth);
    const scale = 1 + p.lkvth0 / vl + p.wkvth0 / vw + p.pkvth0 / (vl * vw);
    const kvth0 = Math.sqrt(scale * scale + 1e-9);
    const inverse = meanReciprocal(g.sa + 0.5 * g.l, sd + g.l, g.nf) + meanReciprocal(g.sb + 0.5 * g.l, sd + g.l, g.nf);
    const inverseRef = 1 / (p.saref + 0.5 * g.l) + 1 / (p.sbref + 0.5 * g.l);
    const kvsat = Math.max(-1, Math.min(1, p.kvsat));
    const offset = inverse - inverseRef;
    vsat = (1 + (kvsat * p.ku0 * inverse) / ku0temp) / (1 + (kvsat * p.ku0 * inverseRef) / ku0temp);
    vth0 = (p.kvth0 / kvth0) * offset;
    k2 = (p.stk2 / Math.pow(kvth0, p.lodk2)) * offset;
    eta0 = (p.steta0 / Math.pow(kvth0, p.lodeta0)) * offset;
  }
  if (p.wpemod === 1) {
    let sca = Math.max(0, g.sca);
    let scb = Math.max(0, g.scb);
    let scc = Math.max(0, g.scc);
    if (g.scaGiven === 0 && g.scbGiven === 0 && g.sccGiven === 0 && g.sc > 0) {
      const width = g.w / g.nf;
      const far = g.sc + width;
      sca = (p.scref * p.scref) / (g.sc * far);
      scb = ((0.1 * g.sc + 0.01 * p.scref) * Math.exp((-10 * g.sc) / p.scref)
        - (0.1 * far + 0.01 * p.scref) * Math.exp((-10 * far) / p.scref)) / width;
      scc = ((0.05 * g.sc + 0.0025 * p.scref) * Math.exp((-20 * g.sc) / p.scref)
        - (0.05 * far + 0.0025 * p.scref) * Math.exp((-20 * far) / p.scref)) / width;
    }
    const sceff = sca + p.web * scb + p.wec * scc;
    vth0 = vth0 + binned(p.kvth0we, p.lkvth0we, p.wkvth0we, p.pkvth0we, invL, invW, invLW) * sceff;
    k2 = k2 + binned(p.k2we, p.lk2we, p.wk2we, p.pk2we, invL, invW, invLW) * sceff;
  }
  return { vth0, k2, eta0, vsat };
}
