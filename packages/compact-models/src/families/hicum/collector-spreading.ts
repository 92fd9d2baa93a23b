/** Charge factors of an injection zone that spreads: of the stored charge and of the one that weights the transfer current. */
export interface Spreading { stored: number; weighted: number }

/** Integral over the injection zone of width `w` in a wedge (manual 2.1.17, HICFCI). */
function wedgeIntegral(zb: number, zl: number, w: number): number {
  const z = zb * w;
  const x = 1 + z;
  const ln = Math.log(1 + z);
  const square = 0.25 * (x * x * (2 * ln - 1) + 1);
  const cube = (x * x * x * (3 * ln - 1) + 1) / 9;
  const small = (zb * (3 + z - 0.25 * z * z + 0.1 * z * z * z) + zl * (2 * z + 0.75 * z * z - 0.2 * z * z * z)) * w * w / 6;
  return z > 1e-6 ? ((1 - zl / zb) * square + (zl / zb) * cube) / zb : small;
}

/** Its counterpart for the transfer current in version 2.1 (HICFCT). */
function wedgeTransfer(z: number, w: number): number {
  return z * w > 1e-6 ? (z * w - Math.log(1 + z * w)) / z : 0.5 * z * w * w;
}

/** Current spreading in the collector (manual 2.1.17; TED 10/96). `injected` is the zone's relative width without spreading. */
export function spreading(latb: number, latl: number, flcomp: number, injected: number): Spreading {
  let stored: number;
  let weighted: number;
  const rest = 1 - injected;
  if (latb > latl) {
    const difference = latb - latl;
    let w: number;
    let ln: number;
    if (latb > 0.01) {
      const shrunk = Math.exp((rest - 1) * Math.log((1 + latb) / (1 + latl)));
      w = (shrunk - 1) / (latl - shrunk * latb);
      ln = Math.log((1 + latb * w) / (1 + latl * w));
    } else {
      w = injected / (1 + rest * latb);
      ln = difference * w;
    }
    const volume = (latb * latl * w * w * w) / 3 + ((latb + latl) * w * w) / 2 + w;
    stored = (2 / difference) * (ln * volume - wedgeIntegral(latb, latl, w) + wedgeIntegral(latl, latb, w));
    weighted = flcomp < 2.3 ? (2 / difference) * (wedgeTransfer(latb, w) - wedgeTransfer(latl, w)) : stored;
  } else {
    const w = latb > 0.01 ? injected / (1 + rest * latb) : injected - rest * latb;
    const z = latb * w;
    stored = (w * w * (1 + z / 3)) / (1 + z);
    weighted = stored;
    if (flcomp < 2.3) {
      weighted = z > 0.001 ? (2 * ((1 + z) * Math.log(1 + z) - z)) / (latb * latb * (1 + z)) : (w * w * (1 - z / 3)) / (1 + z);
    }
  }
  return { stored, weighted };
}
