/**
 * The page with another text between two markers.
 * @param text what is between them; ends with a line break
 * @throws Error where the page does not have both, in this order
 */
export function betweenMarkers(page: string, [begin, end]: readonly [string, string], text: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for this: it needs the lines ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n${text}${page.slice(to)}`;
}
