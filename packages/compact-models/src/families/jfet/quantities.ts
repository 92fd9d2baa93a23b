/** Quantities of the JFET's equations: card values as SPICE names them, currents in A, voltages in V, charges in C. */

/** Card values with every default filled in; `...Given` is 1 where the card states the value. */
export interface Card {
  vt0: number; beta: number; lambda: number; b: number; rd: number; rs: number; is: number; pb: number; cgs: number; cgd: number; fc: number;
  tnom: number; tcv: number; vtotc: number; vtotcGiven: number; bex: number; betatce: number; betatceGiven: number;
  xti: number; xtiGiven: number; eg: number;
}

/** Instance parameters. */
export interface Geometry { area: number; m: number; temp: number; tempGiven: number; dtemp: number }

/** Ambient temperature (K) and ngspice's gmin (S). */
export interface Ambient { temperature: number; gmin: number }

/** Values at one temperature and geometry. */
export interface Prepared {
  threshold: number; beta: number; lambda: number; doping: number; tail: number; saturation: number; vt: number;
  gateSource: number; gateDrain: number; potential: number; fc: number; drainConductance: number; sourceConductance: number; gmin: number;
}

/** Voltages of drain, gate, source and the inner nodes behind rd and rs. */
export interface Voltages { d: number; g: number; s: number; di: number; si: number }

/** Currents (A) from each node into the device. */
export interface Flows { d: number; g: number; s: number; di: number; si: number }

/** Charges (C) of each node. */
export interface Charges { d: number; g: number; s: number; di: number; si: number }
