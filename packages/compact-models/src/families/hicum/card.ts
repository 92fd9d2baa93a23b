/** Card values of HICUM/L2 with ngspice's names and units; the flags flcomp, flsh and tunode are numbers. */
export interface Card {
  tnom: number; flcomp: number; c10: number; qp0: number; ich: number; hf0: number; hfe: number; hfc: number; hjei: number;
  ahjei: number; rhjei: number; hjci: number; ibeis: number; mbei: number; ireis: number; mrei: number; ibeps: number; mbep: number;
  ireps: number; mrep: number; mcf: number; tbhrec: number; ibcis: number; mbci: number; ibcxs: number; mbcx: number; ibets: number;
  abet: number; tunode: number; favl: number; qavl: number; kavl: number; alfav: number; alqav: number; alkav: number; rbi0: number;
  rbx: number; fgeo: number; fdqr0: number; fcrbi: number; fqi: number; re: number; rcx: number; itss: number; msf: number;
  iscs: number; msc: number; tsf: number; rsu: number; csu: number; cjei0: number; vdei: number; zei: number; ajei: number;
  cjep0: number; vdep: number; zep: number; ajep: number; cjci0: number; vdci: number; zci: number; vptci: number; cjcx0: number;
  vdcx: number; zcx: number; vptcx: number; fbcpar: number; fbepar: number; cjs0: number; vds: number; zs: number; vpts: number;
  cscp0: number; vdsp: number; zsp: number; vptsp: number; t0: number; dt0h: number; tbvl: number; tef0: number; gtfe: number;
  thcs: number; ahc: number; fthc: number; rci0: number; vlim: number; vces: number; vpt: number; aick: number; delck: number;
  tr: number; vcbar: number; icbar: number; acbar: number; cbepar: number; cbcpar: number; alit: number; flnqs: number; latb: number;
  latl: number; vgb: number;
  alt0: number; kt0: number; zetaci: number; alvs: number; alces: number; zetarbi: number; zetarbx: number; zetarcx: number;
  zetare: number; zetacx: number; vge: number; vgc: number; vgs: number; f1vg: number; f2vg: number; zetact: number; zetabet: number;
  alb: number; dvgbe: number; zetahjei: number; zetavgbe: number; flsh: number; rth: number; zetarth: number; alrth: number;
  cth: number;
}
