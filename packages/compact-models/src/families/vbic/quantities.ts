/** Quantities of the VBIC equations: card values as ngspice names them, currents in A, voltages in V, charges in C, heat in W. */

/** Card values that change with temperature, and the exponents and energies (eV) of their laws. */
export interface Laws {
  rcx: number; rci: number; rbx: number; rbi: number; re: number; rs: number; rbp: number; ikf: number; vo: number; gamm: number;
  is: number; isrr: number; isp: number; ibei: number; iben: number; ibci: number; ibcn: number; ibeip: number; ibenp: number; ibcip: number; ibcnp: number;
  nf: number; nr: number; avc2: number; vbbe: number; nbbe: number; pe: number; pc: number; ps: number; cje: number; cjc: number; cjep: number; cjcp: number;
  nei: number; nen: number; nci: number; ncn: number; nfp: number; ncip: number; ncnp: number; me: number; mc: number; ms: number;
  xikf: number; xrcx: number; xrci: number; xrbx: number; xrbi: number; xre: number; xrs: number; xrbp: number; xvo: number;
  xis: number; xii: number; xin: number; xisr: number; ea: number; eaie: number; eaic: number; eais: number; eane: number; eanc: number; eans: number;
  eap: number; dear: number; tnf: number; tavc: number; tvbbe1: number; tvbbe2: number; tnbbe: number;
}

/** Card values that do not change with temperature and go into the equations as they are. */
export interface Fixed {
  hrcf: number; fc: number; aje: number; qco: number; ajc: number; ajs: number; wbe: number; avc1: number; wsp: number;
  vef: number; ver: number; ikr: number; ikp: number; tf: number; qtf: number; xtf: number; vtf: number; itf: number; tr: number;
  vrt: number; art: number; ccso: number; qbm: number; nkf: number; ibbe: number;
}

/** Card values with every default filled in; `...Given` is 1 where the card states the value. */
export interface Card extends Laws, Fixed {
  rcxGiven: number; rbxGiven: number; reGiven: number; rsGiven: number; tnom: number; dtemp: number; rth: number; cth: number;
}

/** Instance parameters; `thermalNode` is 1 where the element line has that node. */
export interface Geometry { area: number; m: number; temp: number; tempGiven: number; dtemp: number; thermalNode: number }

/** Ambient temperature (K) and ngspice's gmin (S). */
export interface Ambient { temperature: number; gmin: number }

/** Values at the ambient temperature; `scale` is area times multiplier, `thermalConductance` (W/K) is 0 without self-heating. */
export interface Prepared extends Laws, Fixed { nominal: number; scale: number; thermalConductance: number; thermalCapacitance: number; gmin: number }

/** What changes with temperature, at the temperature of the junctions. */
export interface Warm {
  rcx: number; rci: number; rbx: number; rbi: number; re: number; rs: number; rbp: number; ikf: number; vo: number; gamm: number;
  is: number; isrr: number; isp: number; ibei: number; iben: number; ibci: number; ibcn: number; ibeip: number; ibenp: number; ibcip: number; ibcnp: number;
  nf: number; nr: number; avc2: number; vbbe: number; nbbe: number; pe: number; pc: number; ps: number; cje: number; cjc: number; cjep: number; cjcp: number;
}

/**
 * Voltages of collector, base, emitter, substrate; of outer and inner collector, outer, inner and parasitic base, inner emitter and
 * substrate; `dt` is the rise of temperature (K).
 */
export interface Voltages {
  c: number; b: number; e: number; s: number; cx: number; ci: number; bx: number; bi: number; bp: number; ei: number; si: number; dt: number;
}

/** Currents (A) from each node into the device, heat (W) from the thermal node. */
export interface Flows {
  c: number; b: number; e: number; s: number; cx: number; ci: number; bx: number; bi: number; bp: number; ei: number; si: number; dt: number;
}

/** Charges (C) of each node, heat (J) of the thermal node. */
export interface Charges {
  c: number; b: number; e: number; s: number; cx: number; ci: number; bx: number; bi: number; bp: number; ei: number; si: number; dt: number;
}
