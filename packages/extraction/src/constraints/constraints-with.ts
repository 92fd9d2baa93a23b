/** Constraints in which some parameters, by name, are numbers: those that no longer move. */
export function constraintsWith(texts: readonly string[], standing: Readonly<Record<string, number>>): readonly string[] {
  return texts.map((text) => Object.entries(standing).reduce((rest, [name, value]) => rest.replaceAll(new RegExp(`\\b${name}\\b`, 'gu'), `(${value})`), text));
}
