/** Normalised depletion charges (V) of VBIC: charge over zero-bias capacitance (McAndrew 1996, section on depletion charge). */

/** Power law up to fc times the potential, quadratic beyond; `smoothing` > 0 joins both smoothly. */
export function depletion(v: number, potential: number, grading: number, fc: number, smoothing: number): number {
  const knee = -potential * fc;
  let charge: number;
  if (smoothing <= 0) {
    charge = switched(v, potential, grading, fc);
  } else {
    const start = -0.5 * (knee + Math.sqrt(knee * knee + 4 * smoothing * smoothing));
    const offset = v + knee;
    const limited = 0.5 * (offset - Math.sqrt(offset * offset + 4 * smoothing * smoothing)) - knee;
    charge = power(limited, potential, grading) - power(start, potential, grading) + Math.pow(1 - fc, -grading) * (v - limited + start);
  }
  return charge;
}

/** The same with reach-through at `-vrt`; `art` smooths it where `smoothing` > 0. */
export function reachThrough(v: number, potential: number, grading: number, fc: number, smoothing: number, vrt: number, art: number): number {
  let charge: number;
  if (smoothing <= 0) {
    if (vrt > 0 && v < -vrt) {
      const edge = Math.pow(1 + vrt / potential, 1 - grading);
      charge = (potential * (1 - edge * (1 - ((1 - grading) * (v + vrt)) / (potential + vrt)))) / (1 - grading);
    } else {
      charge = switched(v, potential, grading, fc);
    }
  } else if (vrt > 0 && art > 0) {
    const knee = -potential * fc;
    const width = vrt - knee;
    const startScaled = normalised((vrt + knee) / width, smoothing, art);
    const start = 0.5 * (startScaled * width - vrt - knee);
    const scaled = normalised((2 * v + vrt + knee) / width, smoothing, art);
    const limited = 0.5 * (scaled * width - vrt - knee);
    const selector = 0.5 * (scaled + 1);
    const slope = (1 - selector) * Math.pow(1 + vrt / potential, -grading) + selector * Math.pow(1 + knee / potential, -grading);
    charge = (v - limited + start) * slope + power(limited, potential, grading) - power(start, potential, grading);
  } else {
    charge = depletion(v, potential, grading, fc, smoothing);
  }
  return charge;
}

/** Integral of (1 - v / potential)^-grading, up to a constant. */
function power(v: number, potential: number, grading: number): number {
  return (-potential * Math.pow(1 - v / potential, 1 - grading)) / (1 - grading);
}

function switched(v: number, potential: number, grading: number, fc: number): number {
  const beyond = v - potential * fc;
  let charge: number;
  if (beyond > 0) {
    const slope = Math.pow(1 - fc, -1 - grading);
    charge = (potential * (1 - slope * (1 - fc) * (1 - fc))) / (1 - grading) + beyond * (1 - fc + (0.5 * grading * beyond) / potential) * slope;
  } else {
    charge = (potential * (1 - Math.pow(1 - v / potential, 1 - grading))) / (1 - grading);
  }
  return charge;
}

/** Bias scaled to -1 at reach-through and 1 at the forward knee, limited smoothly to that range. */
function normalised(v: number, smoothing: number, art: number): number {
  return (2 * v) / (Math.sqrt((v - 1) * (v - 1) + 4 * smoothing * smoothing) + Math.sqrt((v + 1) * (v + 1) + 4 * art * art));
}
