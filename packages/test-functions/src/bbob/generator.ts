/**
 * The generator of the BBOB instances: the multiplicative congruential generator of Park & Miller 1988 with the shuffle of
 * Bays & Durham 1976 over 32 entries, as the reference code of the suite defines it, so that instances are the published ones.
 * @param seed whole number; below 1 it counts as 1.
 * @returns `count` numbers in (0, 1), 1e-99 in place of 0.
 */
export function bbobUniform(count: number, seed: number): Float64Array {
  let state = Math.max(1, Math.abs(seed));
  // Schrage's factorisation keeps 16807 * state modulo 2^31 - 1 inside 32 bits.
  const advance = (): number => {
    const quotient = Math.floor(state / 127_773);
    state = 16_807 * (state - quotient * 127_773) - 2_836 * quotient;
    if (state < 0) state += 2_147_483_647;
    return state;
  };
  const table = new Float64Array(32);
  for (let i = 39; i >= 0; i--) {
    const next = advance();
    if (i < 32) table[i] = next;
  }
  let drawn = table[0]!;
  return Float64Array.from({ length: count }, () => {
    const next = advance();
    const at = Math.floor(drawn / 67_108_865);
    drawn = table[at]!;
    table[at] = next;
    return drawn === 0 ? 1e-99 : drawn / 2_147_483_647;
  });
}

/** Normal deviates by Box & Muller 1958 from `bbobUniform`: radii from its first half, angles from its second. */
export function bbobNormal(count: number, seed: number): Float64Array {
  const uniform = bbobUniform(2 * count, seed);
  return Float64Array.from({ length: count }, (_, i) => {
    const deviate = Math.sqrt(-2 * Math.log(uniform[i]!)) * Math.cos(2 * Math.PI * uniform[count + i]!);
    return deviate === 0 ? 1e-99 : deviate;
  });
}
