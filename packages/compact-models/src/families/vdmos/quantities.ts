/** Quantities of the VDMOS equations: card values as ngspice names them, currents in A, voltages in V, charges in C. */

/** Card values with every default filled in; `...Given` is 1 where the card states the value; `sign` is 1 for n and -1 for p channels. */
export interface Card {
  /** Cards of p channels state a negative `vto`. */
  sign: number; vto: number; kp: number; lambda: number; theta: number; mtriode: number; subshift: number; ksubthres: number; rd: number; rs: number; rg: number;
  rds: number; rdsGiven: number; rq: number; rqGiven: number; vq: number; vqGiven: number;
  tnom: number; tcvth: number; mu: number; texp0: number; texp0Given: number; texp1: number; trd1: number; trd2: number; trg1: number; trg2: number;
  trs1: number; trs2: number; trb1: number; trb2: number; tksubthres1: number; tksubthres2: number;
  is: number; n: number; rb: number; bv: number; bvGiven: number; ibv: number; nbv: number; tt: number; eg: number; xti: number;
  cjo: number; vj: number; m: number; fc: number; cgdmin: number; cgdmax: number; a: number; cgs: number;
}

/** Instance parameters. */
export interface Geometry { m: number; temp: number; tempGiven: number; dtemp: number }

/** Ambient temperature (K) and ngspice's gmin (S). */
export interface Ambient { temperature: number; gmin: number }

/** Values at one temperature and geometry. */
export interface Prepared {
  threshold: number; beta: number; lambda: number; theta: number; triode: number; shift: number; slope: number;
  drainResistance: number; quasiResistance: number; quasiVoltage: number; quasi: number;
  sourceConductance: number; gateConductance: number; shunt: number;
  saturation: number; nvt: number; breaks: number; breakdown: number; breakdownNvt: number; bodyConductance: number; transit: number;
  capacitance: number; potential: number; grading: number; fc: number; gateDrainSwing: number; gateDrainMiddle: number; steepness: number; gateSource: number;
  gmin: number;
}

/** Voltages of drain, gate, source, the inner nodes behind rd, rg, rs and the anode of the body diode behind rb. */
export interface Voltages { d: number; g: number; s: number; di: number; gi: number; si: number; bi: number }

/** Currents (A) from each node into the device. */
export interface Flows { d: number; g: number; s: number; di: number; gi: number; si: number; bi: number }

/** Charges (C) of each node. */
export interface Charges { d: number; g: number; s: number; di: number; gi: number; si: number; bi: number }
