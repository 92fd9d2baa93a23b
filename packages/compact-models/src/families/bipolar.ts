/** +1 for the card type npn, -1 for pnp. */
export function bipolarSign(type: string): 1 | -1 | undefined {
  const name = type.toLowerCase();
  return name === 'npn' ? 1 : name === 'pnp' ? -1 : undefined;
}
