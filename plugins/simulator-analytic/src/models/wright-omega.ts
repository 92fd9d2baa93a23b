/**
 * Wright's omega function of a real number: the w above 0 with w + ln w = z. Newton's method with the fourth-order step of
 * Fritsch, Shafer & Crowley 1973 (CACM algorithm 443); relative error below 1e-14.
 */
export function wrightOmega(z: number): number {
  if (z < -40) return Math.exp(z);
  let w = z < 1 ? Math.exp(z) / (1 + Math.exp(z) / 2) : z - Math.log(z);
  for (let step = 0; step < 3; step++) {
    const rest = z - w - Math.log(w);
    const next = 1 + w;
    const correction = 2 * next * (next + (2 / 3) * rest);
    w *= 1 + (rest / next) * ((correction - rest) / (correction - 2 * rest));
  }
  return w;
}
