/** Quantities of the diode's equations: card values and geometry as SPICE names them, currents in A, voltages in V, charges in C. */

/** Card values with every default filled in; `...Given` is 1 where the card states the value. */
export interface Card {
  level: number; is: number; jsw: number; n: number; ns: number; nsGiven: number; rs: number; trs: number; trs2: number;
  ikf: number; ikr: number; bv: number; bvGiven: number; ibv: number; nbv: number; tcv: number; tlev: number;
  isr: number; isrGiven: number; nr: number; jtun: number; jtunsw: number; ntun: number; xtitun: number; keg: number;
  eg: number; xti: number; tnom: number; area: number; pj: number;
  cjo: number; vj: number; m: number; tm1: number; tm2: number; fc: number; cjp: number; php: number; mjsw: number; fcs: number;
  tt: number; ttt1: number; ttt2: number; tlevc: number; cta: number; ctp: number; tpb: number; tphp: number;
  lm: number; lp: number; wm: number; wp: number; xom: number; xoi: number; xm: number; xp: number;
}

/** Instance parameters. */
export interface Geometry {
  area: number; areaGiven: number; pj: number; pjGiven: number; w: number; wGiven: number; l: number; lGiven: number; m: number;
  lm: number; lmGiven: number; lp: number; lpGiven: number; wm: number; wmGiven: number; wp: number; wpGiven: number;
  temp: number; tempGiven: number; dtemp: number;
}

/** Ambient temperature (K) and ngspice's gmin (S). */
export interface Ambient { temperature: number; gmin: number }

/** Values at one temperature and geometry. */
export interface Prepared {
  saturation: number; sidewall: number; recombination: number; tunnel: number; sidewallTunnel: number;
  nvt: number; sidewallNvt: number; recombinationNvt: number; tunnelNvt: number; breakdownNvt: number;
  separate: number; breaks: number; breakdown: number; forwardKnee: number; reverseKnee: number;
  potential: number; capacitance: number; grading: number; fc: number;
  sidewallPotential: number; sidewallCapacitance: number; sidewallGrading: number; sidewallFc: number;
  overlay: number; transit: number; conductance: number; gmin: number;
}

/** Voltages of the anode, the cathode and the inner node behind the series resistance. */
export interface Voltages { a: number; c: number; ai: number }

/** Currents (A) from each node into the device. */
export interface Flows { a: number; c: number; ai: number }

/** Charges (C) of each node. */
export interface Charges { a: number; c: number; ai: number }
