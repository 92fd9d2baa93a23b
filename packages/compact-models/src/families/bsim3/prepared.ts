/**
 * What does not depend on bias: the binned values at this size and temperature and what follows from them. SI units; the symbols are the
 * manual's.
 */
export interface Prepared {
  // instance and switches
  m: number; mobmod: number; capmod: number; xpart: number; version: number;
  // size, oxide, temperature
  leff: number; weff: number; coxWLcv: number; weffCV: number; tox: number; cox: number; vtm: number; lengthFactor: number;
  // threshold (vth0 carries the polarity's sign, the temperature's and the size's constant terms)
  phi: number; sqrtPhi: number; phis3: number; vbsc: number; xdep0: number; vbiMinusPhi: number; vthBase: number; k1ox: number; k2ox: number;
  kt2: number; dvt0: number; dvt1: number; dvt2: number; dvt0w: number; dvt1w: number; dvt2w: number; k3b: number; narrowWidth: number;
  eta0: number; etab: number; thetaDibl: number; vfb: number; ngate: number;
  // subthreshold
  nfactor: number; cdsc: number; cdscb: number; cdscd: number; cit: number; voff: number; cdep0: number;
  // channel
  dwg: number; dwb: number; rds0: number; prwg: number; prwb: number; a0: number; ags: number; b0: number; b1: number; keta: number; xj: number;
  ua: number; ub: number; uc: number; u0: number; vsat: number; a1: number; a2: number; delta: number;
  pclm: number; litl: number; thetaRout: number; pdiblcb: number; pvag: number; pscbe1: number; pscbe2: number; impact: number; beta0: number;
  // charges
  vfbzb: number; vfbcv: number; abulkFactor: number; noff: number; voffcv: number; acde: number; ldeb: number; moin: number;
  cgso: number; cgdo: number; cgbo: number; cgsl: number; cgdl: number; ckappa: number;
  // junctions and outer resistances
  gmin: number; nvtm: number; ijth: number; isSource: number; isDrain: number; vjsm: number; vjdm: number; ijsm: number; ijdm: number;
  phib: number; phibsw: number; phibswg: number; mj: number; mjsw: number; mjswg: number;
  cbs: number; cbssw: number; cbsswg: number; cbd: number; cbdsw: number; cbdswg: number;
  gDrain: number; gSource: number;
}
