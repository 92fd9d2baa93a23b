/** A number as people write it: small and large ones with an exponent, such as 1.3e-7. */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential() : String(value);
}
