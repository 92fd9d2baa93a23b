/**
 * Values of the card as the equations see them, under ngspice's names; `generation` and `type` are not parameters: the code that ngspice 39
 * runs for the card's version (5 for 4.0 to 4.5, 6, 7, 8, and 8.1 for 4.81 and 4.82) and +1 or -1 for the channel. `…Given` is 1 where the
 * card states the value.
 */
export interface Card {
  toxe: number; toxp: number; dtox: number; generation: number; toxm: number; tnom: number; epsrox: number; tempmod: number; ua: number;
  ua1: number; ub: number; ub1: number; uc: number; uc1: number; ud: number; ud1: number; ucs: number; ucste: number; eu: number;
  vsat: number; at: number; prt: number; rdsw: number; rdw: number; rsw: number; wr: number; u0: number; ute: number; up: number;
  lp: number; rdswmin: number; rdwmin: number; rswmin: number; xl: number; xw: number; lln: number; lwn: number;
  lint: number; ll: number; lw: number; lwl: number; dlc: number; llc: number; lwc: number; lwlc: number; wln: number; wwn: number;
  wint: number; wl: number; ww: number; wwl: number; wlc: number; wwc: number; wwlc: number; dwj: number; binunit: number; dwc: number;
  ndep: number; gamma1: number; gamma2: number; nsub: number; nsd: number; ngate: number; xj: number; phin: number; vbm: number;
  k1: number; k2: number; xt: number; vbx: number; vth0: number; vfb: number; type: number; drout: number; dsub: number; pdiblc1: number;
  pdiblc2: number; dvt1: number; dvt1w: number; dvt0: number; dvt0w: number; w0: number; k3: number; k3b: number; lpe0: number;
  lpeb: number; kt1: number; kt1l: number; kt2: number; dvt2: number; dvt2w: number; dmcg: number; wlod: number; llodku0: number;
  wlodku0: number; lku0: number; wku0: number; pku0: number; tku0: number; llodvth: number; wlodvth: number; lkvth0: number;
  wkvth0: number; pkvth0: number; saref: number; sbref: number; kvsat: number; ku0: number; kvth0: number; stk2: number; lodk2: number;
  steta0: number; lodeta0: number; wpemod: number; scref: number; web: number; wec: number; kvth0we: number; k2we: number;
  permod: number; dmcgt: number; dmdg: number; dmci: number; rsh: number; rdsmod: number; rbpb: number; gbmin: number; rbpd: number;
  rbps: number; rbdb: number; rbsb: number; rbpbx0: number; rbpbxl: number; rbpbxw: number; rbpbxnf: number; rbpby0: number;
  rbpbyl: number; rbpbyw: number; rbpbynf: number; rbps0: number; rbpsl: number; rbpsw: number; rbpsnf: number; rbpd0: number;
  rbpdl: number; rbpdw: number; rbpdnf: number; rbsbx0: number; rbsdbxl: number; rbsdbxw: number; rbsdbxnf: number; rbsby0: number;
  rbsdbyl: number; rbsdbyw: number; rbsdbynf: number; rbdbx0: number; rbdby0: number; minv: number; minvcv: number; tvoff: number;
  voff: number; voffl: number; tnfactor: number; nfactor: number; cdsc: number; cit: number; teta0: number; eta0: number; dvtp0: number;
  dvtp2: number; dvtp3: number; dvtp4: number; dvtp5: number; a1: number; a2: number; prwg: number; fprout: number; pclm: number;
  pscbe1: number; pscbe2: number; alpha0: number; alpha1: number; vtl: number; xn: number; lc: number; ntox: number; poxedge: number;
  toxref: number; dlcig: number; dlcigd: number; aigsd: number; bigsd: number; cigsd: number; vfbsdoff: number; tvfbsdoff: number;
  agidl: number; bgidl: number; cgidl: number; egidl: number; rgidl: number; kgidl: number; fgidl: number; agisl: number; bgisl: number;
  cgisl: number; egisl: number; rgisl: number; kgisl: number; fgisl: number; geomod: number; rgeomod: number; rbodymod: number;
  rgatemod: number; rshg: number; xgw: number; ngcon: number; xgl: number; diomod: number; jss: number; jsws: number; jswgs: number;
  njs: number; xtis: number; bvs: number; xjbvs: number; ijthsfwd: number; ijthsrev: number; jsd: number; jswd: number; jswgd: number;
  njd: number; xtid: number; bvd: number; xjbvd: number; ijthdfwd: number; ijthdrev: number; jtweff: number; moin: number; acde: number;
  tvoffcv: number; voffcv: number; clc: number; cle: number; cf: number; cgdl: number; cgsl: number; cgdo: number; cgso: number;
  cgbo: number; ckappas: number; ckappad: number; etab: number; cdscb: number; cdscd: number; dvtp1: number; dwg: number; dwb: number;
  prwb: number; a0: number; ags: number; b0: number; b1: number; keta: number; mobmod: number; delta: number; lambda: number;
  ados: number; bdos: number; pvag: number; pdiblcb: number; pdits: number; pditsl: number; pditsd: number; beta0: number;
  gidlmod: number; gidlclamp: number; igcmod: number; igbmod: number; aigc: number; bigc: number; cigc: number; nigc: number;
  pigcd: number; aigs: number; bigs: number; cigs: number; aigd: number; bigd: number; cigd: number; aigbacc: number; bigbacc: number;
  cigbacc: number; nigbacc: number; aigbinv: number; bigbinv: number; cigbinv: number; nigbinv: number; eigbinv: number; jtss: number;
  jtssws: number; jtsswgs: number; jtsd: number; jtsswd: number; jtsswgd: number; xtss: number; xtssws: number; xtsswgs: number;
  xtsd: number; xtsswd: number; xtsswgd: number; njts: number; tnjts: number; njtssw: number; tnjtssw: number; njtsswg: number;
  tnjtsswg: number; njtsd: number; tnjtsd: number; njtsswd: number; tnjtsswd: number; njtsswgd: number; tnjtsswgd: number; vtss: number;
  vtssws: number; vtsswgs: number; vtsd: number; vtsswd: number; vtsswgd: number; capmod: number; cvchargemod: number; xpart: number;
  vfbcv: number; noff: number; voffcvl: number; cjs: number; tcj: number; cjsws: number; tcjsw: number; cjswgs: number; tcjswg: number;
  cjd: number; cjswd: number; cjswgd: number; pbs: number; tpb: number; pbsws: number; tpbsw: number; pbswgs: number; tpbswg: number;
  pbd: number; pbswd: number; pbswgd: number; mjs: number; mjsws: number; mjswgs: number; mjd: number; mjswd: number; mjswgd: number;
  toxpGiven: number; toxeGiven: number; toxmGiven: number; ndepGiven: number; gamma1Given: number; k1Given: number; k2Given: number;
  vbxGiven: number; gamma2Given: number; vfbGiven: number; vth0Given: number; rbps0Given: number; rbpd0Given: number;
  rbsbx0Given: number; rbsby0Given: number; rbdbx0Given: number; rbdby0Given: number; vtlGiven: number; aigsdGiven: number;
  aigsGiven: number; aigdGiven: number; bigsdGiven: number; bigsGiven: number; bigdGiven: number; cigsdGiven: number; cigsGiven: number;
  cigdGiven: number; cfGiven: number; dlcGiven: number; cgdoGiven: number; cgsoGiven: number; cgboGiven: number; dvtp0Given: number;
  lambdaGiven: number; pigcdGiven: number;
  // terms over length, width and both, by which the size changes a parameter (binning)
  lua: number; wua: number; pua: number; lua1: number; wua1: number; pua1: number; lub: number; wub: number; pub: number; lub1: number;
  wub1: number; pub1: number; luc: number; wuc: number; puc: number; luc1: number; wuc1: number; puc1: number; lud: number; wud: number;
  pud: number; lud1: number; wud1: number; pud1: number; lucs: number; wucs: number; pucs: number; lucste: number; wucste: number;
  pucste: number; leu: number; weu: number; peu: number; lvsat: number; wvsat: number; pvsat: number; lat: number; wat: number;
  pat: number; lprt: number; wprt: number; pprt: number; lrdsw: number; wrdsw: number; prdsw: number; lrdw: number; wrdw: number;
  prdw: number; lrsw: number; wrsw: number; prsw: number; lwr: number; wwr: number; pwr: number; lu0: number; wu0: number; pu0: number;
  lute: number; wute: number; pute: number; lup: number; wup: number; pup: number; llp: number; wlp: number; plp: number; lndep: number;
  wndep: number; pndep: number; lgamma1: number; wgamma1: number; pgamma1: number; lgamma2: number; wgamma2: number; pgamma2: number;
  lnsub: number; wnsub: number; pnsub: number; lnsd: number; wnsd: number; pnsd: number; lngate: number; wngate: number; pngate: number;
  lxj: number; wxj: number; pxj: number; lphin: number; wphin: number; pphin: number; lvbm: number; wvbm: number; pvbm: number;
  lk1: number; wk1: number; pk1: number; lk2: number; wk2: number; pk2: number; lxt: number; wxt: number; pxt: number; lvbx: number;
  wvbx: number; pvbx: number; lvth0: number; wvth0: number; pvth0: number; lvfb: number; wvfb: number; pvfb: number; ldrout: number;
  wdrout: number; pdrout: number; ldsub: number; wdsub: number; pdsub: number; lpdiblc1: number; wpdiblc1: number; ppdiblc1: number;
  lpdiblc2: number; wpdiblc2: number; ppdiblc2: number; ldvt1: number; wdvt1: number; pdvt1: number; ldvt1w: number; wdvt1w: number;
  pdvt1w: number; ldvt0: number; wdvt0: number; pdvt0: number; ldvt0w: number; wdvt0w: number; pdvt0w: number; lw0: number; ww0: number;
  pw0: number; lk3: number; wk3: number; pk3: number; lk3b: number; wk3b: number; pk3b: number; llpe0: number; wlpe0: number;
  plpe0: number; llpeb: number; wlpeb: number; plpeb: number; lkt1: number; wkt1: number; pkt1: number; lkt1l: number; wkt1l: number;
  pkt1l: number; lkt2: number; wkt2: number; pkt2: number; ldvt2: number; wdvt2: number; pdvt2: number; ldvt2w: number; wdvt2w: number;
  pdvt2w: number; lkvth0we: number; wkvth0we: number; pkvth0we: number; lk2we: number; wk2we: number; pk2we: number; lminv: number;
  wminv: number; pminv: number; lminvcv: number; wminvcv: number; pminvcv: number; ltvoff: number; wtvoff: number; ptvoff: number;
  lvoff: number; wvoff: number; pvoff: number; ltnfactor: number; wtnfactor: number; ptnfactor: number; lnfactor: number;
  wnfactor: number; pnfactor: number; lcdsc: number; wcdsc: number; pcdsc: number; lcit: number; wcit: number; pcit: number;
  lteta0: number; wteta0: number; pteta0: number; leta0: number; weta0: number; peta0: number; ldvtp0: number; wdvtp0: number;
  pdvtp0: number; ldvtp2: number; wdvtp2: number; pdvtp2: number; ldvtp3: number; wdvtp3: number; pdvtp3: number; ldvtp4: number;
  wdvtp4: number; pdvtp4: number; ldvtp5: number; wdvtp5: number; pdvtp5: number; la1: number; wa1: number; pa1: number; la2: number;
  wa2: number; pa2: number; lprwg: number; wprwg: number; pprwg: number; lfprout: number; wfprout: number; pfprout: number;
  lpclm: number; wpclm: number; ppclm: number; lpscbe1: number; wpscbe1: number; ppscbe1: number; lpscbe2: number; wpscbe2: number;
  ppscbe2: number; lalpha0: number; walpha0: number; palpha0: number; lalpha1: number; walpha1: number; palpha1: number; lvtl: number;
  wvtl: number; pvtl: number; lxn: number; wxn: number; pxn: number; lntox: number; wntox: number; pntox: number; lpoxedge: number;
  wpoxedge: number; ppoxedge: number; laigsd: number; waigsd: number; paigsd: number; lbigsd: number; wbigsd: number; pbigsd: number;
  lcigsd: number; wcigsd: number; pcigsd: number; lvfbsdoff: number; wvfbsdoff: number; pvfbsdoff: number; ltvfbsdoff: number;
  wtvfbsdoff: number; ptvfbsdoff: number; lagidl: number; wagidl: number; pagidl: number; lbgidl: number; wbgidl: number; pbgidl: number;
  lcgidl: number; wcgidl: number; pcgidl: number; legidl: number; wegidl: number; pegidl: number; lrgidl: number; wrgidl: number;
  prgidl: number; lkgidl: number; wkgidl: number; pkgidl: number; lfgidl: number; wfgidl: number; pfgidl: number; lagisl: number;
  wagisl: number; pagisl: number; lbgisl: number; wbgisl: number; pbgisl: number; lcgisl: number; wcgisl: number; pcgisl: number;
  legisl: number; wegisl: number; pegisl: number; lrgisl: number; wrgisl: number; prgisl: number; lkgisl: number; wkgisl: number;
  pkgisl: number; lfgisl: number; wfgisl: number; pfgisl: number; lmoin: number; wmoin: number; pmoin: number; lacde: number;
  wacde: number; pacde: number; ltvoffcv: number; wtvoffcv: number; ptvoffcv: number; lvoffcv: number; wvoffcv: number; pvoffcv: number;
  lclc: number; wclc: number; pclc: number; lcle: number; wcle: number; pcle: number; lcf: number; wcf: number; pcf: number;
  lcgdl: number; wcgdl: number; pcgdl: number; lcgsl: number; wcgsl: number; pcgsl: number; lckappas: number; wckappas: number;
  pckappas: number; lckappad: number; wckappad: number; pckappad: number; letab: number; wetab: number; petab: number; lcdscb: number;
  wcdscb: number; pcdscb: number; lcdscd: number; wcdscd: number; pcdscd: number; ldvtp1: number; wdvtp1: number; pdvtp1: number;
  ldwg: number; wdwg: number; pdwg: number; ldwb: number; wdwb: number; pdwb: number; lprwb: number; wprwb: number; pprwb: number;
  la0: number; wa0: number; pa0: number; lags: number; wags: number; pags: number; lb0: number; wb0: number; pb0: number; lb1: number;
  wb1: number; pb1: number; lketa: number; wketa: number; pketa: number; ldelta: number; wdelta: number; pdelta: number; llambda: number;
  wlambda: number; plambda: number; lpvag: number; wpvag: number; ppvag: number; lpdiblcb: number; wpdiblcb: number; ppdiblcb: number;
  lpdits: number; wpdits: number; ppdits: number; lpditsd: number; wpditsd: number; ppditsd: number; lbeta0: number; wbeta0: number;
  pbeta0: number; laigc: number; waigc: number; paigc: number; lbigc: number; wbigc: number; pbigc: number; lcigc: number; wcigc: number;
  pcigc: number; lnigc: number; wnigc: number; pnigc: number; lpigcd: number; wpigcd: number; ppigcd: number; laigs: number;
  waigs: number; paigs: number; lbigs: number; wbigs: number; pbigs: number; lcigs: number; wcigs: number; pcigs: number; laigd: number;
  waigd: number; paigd: number; lbigd: number; wbigd: number; pbigd: number; lcigd: number; wcigd: number; pcigd: number;
  laigbacc: number; waigbacc: number; paigbacc: number; lbigbacc: number; wbigbacc: number; pbigbacc: number; lcigbacc: number;
  wcigbacc: number; pcigbacc: number; lnigbacc: number; wnigbacc: number; pnigbacc: number; laigbinv: number; waigbinv: number;
  paigbinv: number; lbigbinv: number; wbigbinv: number; pbigbinv: number; lcigbinv: number; wcigbinv: number; pcigbinv: number;
  lnigbinv: number; wnigbinv: number; pnigbinv: number; leigbinv: number; weigbinv: number; peigbinv: number; lvfbcv: number;
  wvfbcv: number; pvfbcv: number; lnoff: number; wnoff: number; pnoff: number;
}

/** Values of the instance, SI. */
export interface Geometry {
  l: number; w: number; m: number; nf: number; min: number; ad: number; as: number; pd: number; ps: number; nrd: number; nrs: number;
  sa: number; sb: number; sd: number; sca: number; scb: number; scc: number; sc: number; delvto: number; mulu0: number; geomod: number;
  rgeomod: number; rbodymod: number; rgatemod: number;
  adGiven: number; asGiven: number; geomodGiven: number; nrdGiven: number; nrsGiven: number; pdGiven: number; psGiven: number;
  rbodymodGiven: number; rgatemodGiven: number; rgeomodGiven: number; scaGiven: number; scbGiven: number; sccGiven: number;
  sdGiven: number;
}

/** `temperature` in K, `gmin` in S. */
export interface Ambient {
  temperature: number; gmin: number;
}
