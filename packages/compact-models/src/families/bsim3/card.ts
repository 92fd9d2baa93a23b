/**
 * Card values of BSIM3 with ngspice's names and units; `l`, `w` and `p` in front are the length, width and cross terms of a binned
 * parameter.
 */
export interface Card {
  /** +1 for n channel, -1 for p channel. */
  sign: number;
  // switches
  mobmod: number; capmod: number; binunit: number; paramchk: number; acm: number; calcacm: number; xpart: number; version: number;
  // oxide and temperature
  tox: number; toxm: number; tnom: number;
  // sizes
  lint: number; ll: number; llc: number; lln: number; lw: number; lwc: number; lwn: number; lwl: number; lwlc: number; wint: number;
  wl: number; wlc: number; wln: number; ww: number; wwc: number; wwn: number; wwl: number; wwlc: number; dlc: number; dwc: number;
  xl: number; xw: number;
  // overlap
  cgso: number; cgdo: number; cgbo: number;
  // resistance and area calculation
  rsh: number; hdif: number; ldif: number; ld: number; rd: number; rs: number; rdc: number; rsc: number; wmlt: number;
  // junctions
  js: number; jsw: number; ijth: number; nj: number; xti: number; cj: number; cjsw: number; cjswg: number; mj: number; mjsw: number;
  mjswg: number; pb: number; pbsw: number; pbswg: number; tcj: number; tcjsw: number; tcjswg: number; tpb: number; tpbsw: number;
  tpbswg: number;
  // 1 where the card states the value, 0 where another value takes its place
  toxmGiven: number; llcGiven: number; lwcGiven: number; lwlcGiven: number; wlcGiven: number; wwcGiven: number; wwlcGiven: number;
  dlcGiven: number; dwcGiven: number; cgsoGiven: number; cgdoGiven: number; cgboGiven: number; cfGiven: number; cjswgGiven: number;
  mjswgGiven: number; pbswgGiven: number; dsubGiven: number; nchGiven: number; gamma1Given: number; gamma2Given: number;
  vbxGiven: number; k1Given: number; k2Given: number; vfbGiven: number; vth0Given: number; u0Given: number; ucGiven: number;
  uc1Given: number;
  // binned
  cdsc: number; lcdsc: number; wcdsc: number; pcdsc: number;
  cdscb: number; lcdscb: number; wcdscb: number; pcdscb: number;
  cdscd: number; lcdscd: number; wcdscd: number; pcdscd: number;
  cit: number; lcit: number; wcit: number; pcit: number;
  nfactor: number; lnfactor: number; wnfactor: number; pnfactor: number;
  xj: number; lxj: number; wxj: number; pxj: number;
  vsat: number; lvsat: number; wvsat: number; pvsat: number;
  at: number; lat: number; wat: number; pat: number;
  a0: number; la0: number; wa0: number; pa0: number;
  ags: number; lags: number; wags: number; pags: number;
  a1: number; la1: number; wa1: number; pa1: number;
  a2: number; la2: number; wa2: number; pa2: number;
  keta: number; lketa: number; wketa: number; pketa: number;
  nsub: number; lnsub: number; wnsub: number; pnsub: number;
  nch: number; lnch: number; wnch: number; pnch: number;
  ngate: number; lngate: number; wngate: number; pngate: number;
  gamma1: number; lgamma1: number; wgamma1: number; pgamma1: number;
  gamma2: number; lgamma2: number; wgamma2: number; pgamma2: number;
  vbx: number; lvbx: number; wvbx: number; pvbx: number;
  vbm: number; lvbm: number; wvbm: number; pvbm: number;
  xt: number; lxt: number; wxt: number; pxt: number;
  vfb: number; lvfb: number; wvfb: number; pvfb: number;
  k1: number; lk1: number; wk1: number; pk1: number;
  kt1: number; lkt1: number; wkt1: number; pkt1: number;
  kt1l: number; lkt1l: number; wkt1l: number; pkt1l: number;
  k2: number; lk2: number; wk2: number; pk2: number;
  kt2: number; lkt2: number; wkt2: number; pkt2: number;
  k3: number; lk3: number; wk3: number; pk3: number;
  k3b: number; lk3b: number; wk3b: number; pk3b: number;
  w0: number; lw0: number; ww0: number; pw0: number;
  nlx: number; lnlx: number; wnlx: number; pnlx: number;
  dvt0: number; ldvt0: number; wdvt0: number; pdvt0: number;
  dvt1: number; ldvt1: number; wdvt1: number; pdvt1: number;
  dvt2: number; ldvt2: number; wdvt2: number; pdvt2: number;
  dvt0w: number; ldvt0w: number; wdvt0w: number; pdvt0w: number;
  dvt1w: number; ldvt1w: number; wdvt1w: number; pdvt1w: number;
  dvt2w: number; ldvt2w: number; wdvt2w: number; pdvt2w: number;
  drout: number; ldrout: number; wdrout: number; pdrout: number;
  dsub: number; ldsub: number; wdsub: number; pdsub: number;
  vth0: number; lvth0: number; wvth0: number; pvth0: number;
  ua: number; lua: number; wua: number; pua: number;
  ua1: number; lua1: number; wua1: number; pua1: number;
  ub: number; lub: number; wub: number; pub: number;
  ub1: number; lub1: number; wub1: number; pub1: number;
  uc: number; luc: number; wuc: number; puc: number;
  uc1: number; luc1: number; wuc1: number; puc1: number;
  u0: number; lu0: number; wu0: number; pu0: number;
  ute: number; lute: number; wute: number; pute: number;
  voff: number; lvoff: number; wvoff: number; pvoff: number;
  delta: number; ldelta: number; wdelta: number; pdelta: number;
  rdsw: number; lrdsw: number; wrdsw: number; prdsw: number;
  prwg: number; lprwg: number; wprwg: number; pprwg: number;
  prwb: number; lprwb: number; wprwb: number; pprwb: number;
  prt: number; lprt: number; wprt: number; pprt: number;
  eta0: number; leta0: number; weta0: number; peta0: number;
  etab: number; letab: number; wetab: number; petab: number;
  pclm: number; lpclm: number; wpclm: number; ppclm: number;
  pdiblc1: number; lpdiblc1: number; wpdiblc1: number; ppdiblc1: number;
  pdiblc2: number; lpdiblc2: number; wpdiblc2: number; ppdiblc2: number;
  pdiblcb: number; lpdiblcb: number; wpdiblcb: number; ppdiblcb: number;
  pscbe1: number; lpscbe1: number; wpscbe1: number; ppscbe1: number;
  pscbe2: number; lpscbe2: number; wpscbe2: number; ppscbe2: number;
  pvag: number; lpvag: number; wpvag: number; ppvag: number;
  wr: number; lwr: number; wwr: number; pwr: number;
  dwg: number; ldwg: number; wdwg: number; pdwg: number;
  dwb: number; ldwb: number; wdwb: number; pdwb: number;
  b0: number; lb0: number; wb0: number; pb0: number;
  b1: number; lb1: number; wb1: number; pb1: number;
  alpha0: number; lalpha0: number; walpha0: number; palpha0: number;
  alpha1: number; lalpha1: number; walpha1: number; palpha1: number;
  beta0: number; lbeta0: number; wbeta0: number; pbeta0: number;
  cgsl: number; lcgsl: number; wcgsl: number; pcgsl: number;
  cgdl: number; lcgdl: number; wcgdl: number; pcgdl: number;
  ckappa: number; lckappa: number; wckappa: number; pckappa: number;
  cf: number; lcf: number; wcf: number; pcf: number;
  clc: number; lclc: number; wclc: number; pclc: number;
  cle: number; lcle: number; wcle: number; pcle: number;
  vfbcv: number; lvfbcv: number; wvfbcv: number; pvfbcv: number;
  acde: number; lacde: number; wacde: number; pacde: number;
  moin: number; lmoin: number; wmoin: number; pmoin: number;
  noff: number; lnoff: number; wnoff: number; pnoff: number;
  voffcv: number; lvoffcv: number; wvoffcv: number; pvoffcv: number;
}
