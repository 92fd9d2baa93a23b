/** Quantities of the Gummel-Poon equations: card values as SPICE names them, currents in A, voltages in V, charges in C. */

/** Card values with every default filled in; `...Given` is 1 where the card states the value; `sign` is 1 for npn, -1 for pnp. */
export interface Card {
  sign: number; subs: number; subsGiven: number; tnom: number; tlev: number; tlevc: number;
  is: number; ibe: number; ibeGiven: number; ibc: number; ibcGiven: number; bf: number; nf: number; vaf: number; ikf: number; ise: number; ne: number;
  br: number; nr: number; var: number; ikr: number; isc: number; nc: number; nkf: number; nkfGiven: number;
  rb: number; irb: number; rbm: number; re: number; rc: number;
  cje: number; vje: number; mje: number; tf: number; xtf: number; vtf: number; itf: number; ptf: number;
  cjc: number; vjc: number; mjc: number; xcjc: number; tr: number; cjs: number; vjs: number; mjs: number; fc: number;
  iss: number; ns: number; rco: number; rcoGiven: number; vo: number; gamma: number; qco: number;
  quasimod: number; vg: number; cn: number; cnGiven: number; d: number; dGiven: number;
  xtb: number; eg: number; xti: number; tbf1: number; tbf1Given: number; tbf2: number; tbf2Given: number;
  tbr1: number; tbr1Given: number; tbr2: number; tbr2Given: number; tikf1: number; tikf2: number; tikr1: number; tikr2: number;
  tirb1: number; tirb2: number; tnc1: number; tnc2: number; tne1: number; tne2: number; tnf1: number; tnf2: number; tnr1: number; tnr2: number;
  trb1: number; trb2: number; trc1: number; trc2: number; tre1: number; tre2: number; trm1: number; trm2: number;
  tvaf1: number; tvaf2: number; tvar1: number; tvar2: number; ctc: number; cte: number; cts: number; tvjc: number; tvje: number; tvjs: number;
  titf1: number; titf2: number; ttf1: number; ttf2: number; ttr1: number; ttr2: number; tmje1: number; tmje2: number; tmjc1: number; tmjc2: number;
  tmjs1: number; tmjs2: number; tns1: number; tns2: number; tis1: number; tis2: number; tise1: number; tise2: number; tisc1: number; tisc2: number;
  tiss1: number; tiss2: number;
}

/** Instance parameters: factors of emitter, base and collector area, multiplier, own temperature (degrees Celsius). */
export interface Geometry {
  area: number; areab: number; areabGiven: number; areac: number; areacGiven: number; m: number; temp: number; tempGiven: number; dtemp: number;
}

/** Ambient temperature (K) and ngspice's gmin (S). */
export interface Ambient { temperature: number; gmin: number }

/** Values at one temperature and geometry, for `m` transistors in parallel. Inverse voltages and currents are 0 where the effect is off. */
export interface Prepared {
  vt: number; emitterSaturation: number; collectorSaturation: number; emitterNvt: number; collectorNvt: number;
  emitterLeakage: number; emitterLeakageNvt: number; collectorLeakage: number; collectorLeakageNvt: number; forwardGain: number; reverseGain: number;
  earlyForward: number; earlyReverse: number; kneeForward: number; kneeReverse: number; rollOff: number; rollOffGiven: number;
  baseResistance: number; smallestBaseResistance: number; halfResistanceCurrent: number; hasBaseResistance: number;
  collectorConductance: number; emitterConductance: number;
  substrateSaturation: number; substrateNvt: number; vertical: number;
  epitaxialResistance: number; epitaxialVoltage: number; epitaxialDoping: number; epitaxialCharge: number;
  transitForward: number; transitBias: number; transitVoltage: number; transitCurrent: number; transitReverse: number; excessPhase: number;
  emitterCapacitance: number; emitterPotential: number; emitterGrading: number;
  collectorCapacitance: number; outerCapacitance: number; collectorPotential: number; collectorGrading: number; fc: number;
  substrateCapacitance: number; substratePotential: number; substrateGrading: number; m: number; gmin: number;
}

/** Voltages of collector, base, emitter, substrate, of the nodes behind rc, rco, rb and re. */
export interface Voltages { c: number; b: number; e: number; s: number; cx: number; ci: number; bi: number; ei: number }

/** Currents (A) from each node into the device. */
export interface Flows { c: number; b: number; e: number; s: number; cx: number; ci: number; bi: number; ei: number }

/** Charges (C) of each node. */
export interface Charges { c: number; b: number; e: number; s: number; cx: number; ci: number; bi: number; ei: number }
