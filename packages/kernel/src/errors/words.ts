/** The name of an extension point as people say it: `CardDialect` is a card dialect. */
export function pointInWords(point: string): string {
  return point.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
}
