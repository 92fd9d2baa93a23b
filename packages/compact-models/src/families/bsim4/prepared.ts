/** What the bias stages need of card, instance and temperature; names as in the manual or in `prepare`. */
export interface Prepared {
  generation: number; m: number; nf: number; gmin: number; vtm: number; leff: number; weff: number; weffCJ: number; toxe: number;
  toxp: number; coxe: number; coxp: number; factor1: number; phi: number; sqrtPhi: number; xdepFactor: number; vbsc: number;
  litl: number; vfbsd: number; phiPoly: number; polyFactor: number; vthBase: number; vthBody: number; k1ox: number; k1oxLpe: number;
  typeVth0: number; dvt1Leff: number; dvt1wArea: number; dvt2: number; dvt2w: number; dvt0V0: number; dvt0wV0: number; eta0: number;
  theta0vb0: number; etab: number; nfactor: number; cdsc: number; cit: number; cdscb: number; cdscd: number; dits: number; dvtp0: number;
  dvtp1: number; vtDits: number; ditsNew: number; dvtp4: number; dvtp2factor: number; mstar: number; voffcbn: number;
  coxOverCdep: number; dwg: number; dwb: number; rdsmod: number; prwg: number; prwb: number; halfRds0: number; rdswmin: number;
  halfRs0: number; rswmin: number; halfRd0: number; rdwmin: number; a0: number; ags: number; bulkBody: number; sqrtXj: number; b0OverWidth: number;
  keta: number; mobmod: number; ua: number; ub: number; uc: number; ud: number; ucs: number; eu: number; u0temp: number;
  vtfbphi1: number; vgsteffVth: number; vsattemp: number; a1: number; a2: number; delta: number; overshoot: number; lambda: number;
  vtfbphi2: number; halfOverTox: number; tcenScale: number; tcenExponent: number; fproutLength: number; pvag: number; pclm: number;
  pclmLitl: number; thetaRout: number; pdiblcb: number; pdits: number; pditslTerm: number; pditsd: number; pscbe1Litl: number;
  pscbe2OverLeff: number; vtlLimit: number; ionization: number; beta0: number; gidl: number; gidlmod: number; threeTox: number;
  agidl: number; bgidl: number; cgidl: number; egidl: number; rgidl: number; kgidl: number; fgidl: number; agisl: number; bgisl: number;
  cgisl: number; egisl: number; rgisl: number; kgisl: number; fgisl: number; gidlclamp: number; igcmod: number; igbmod: number;
  vtGate: number; vfbzb: number; aechvb: number; bechvb: number; aigc: number; bigc: number; cigc: number; nigc: number;
  pigcdGiven: number; pigcd: number; pigcdDefault: number; aEdgeS: number; aEdgeD: number; bEdge: number; vfbEdge: number; aigs: number;
  bigs: number; cigs: number; aigd: number; bigd: number; cigd: number; aAcc: number; bAcc: number; aInv: number; bInv: number;
  aigbacc: number; bigbacc: number; cigbacc: number; nigbacc: number; aigbinv: number; bigbinv: number; cigbinv: number; nigbinv: number;
  eigbinv: number; sourceConductance: number; sourceNode: number; drainConductance: number; drainNode: number; gateConductance: number;
  gateNode: number; bodyNode: number; grbpb: number; grbpd: number; grbps: number; grbdb: number; grbsb: number; diomod: number;
  isatS: number; nvtS: number; bvS: number; xjbvS: number; xExpS: number; vFwdS: number; iFwdS: number; slopeFwdS: number; vRevS: number;
  iRevS: number; slopeRevS: number; isatD: number; nvtD: number; bvD: number; xjbvD: number; xExpD: number; vFwdD: number; iFwdD: number;
  slopeFwdD: number; vRevD: number; iRevD: number; slopeRevD: number; traps: number; jtsS: number; jtsswS: number; jtsswgS: number;
  jtsD: number; jtsswD: number; jtsswgD: number; nvtTrapS: number; nvtTrapSwS: number; nvtTrapSwgS: number; nvtTrapD: number;
  nvtTrapSwD: number; nvtTrapSwgD: number; vtsS: number; vtsswS: number; vtsswgS: number; vtsD: number; vtsswD: number; vtsswgD: number;
  capmod: number; cvchargemod: number; xpart: number; coxWL: number; coxWLOverCoxe: number; abulkCVfactor: number; vfbcv: number;
  noff: number; voffcv: number; mstarcv: number; voffcbncv: number; ldeb: number; acde: number; dphiRoot: number;
  dphiDenominator: number; cgdo: number; cgso: number; cgbo: number; cgdl: number; cgsl: number; ckappas: number; ckappad: number;
  czS: number; czswS: number; czswgS: number; czD: number; czswD: number; czswgD: number; pbS: number; pbswS: number; pbswgS: number;
  pbD: number; pbswD: number; pbswgD: number; mjS: number; mjswS: number; mjswgS: number; mjD: number; mjswD: number; mjswgD: number;
}

/**
 * Voltages, V: the terminals, then drain, gate, source and body behind their series resistances and the body below drain and source.
 */
export interface Voltages {
  d: number; g: number; s: number; b: number; di: number; gi: number; si: number; bi: number; db: number; sb: number;
}

/** Static current from each node into the device, A. */
export interface Flows {
  d: number; g: number; s: number; b: number; di: number; gi: number; si: number; bi: number; db: number; sb: number;
}

/** Charge of each node, C. */
export interface Charges {
  d: number; g: number; s: number; b: number; di: number; gi: number; si: number; bi: number; db: number; sb: number;
}
