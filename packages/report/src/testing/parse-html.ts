/** What a test wants to know of a page. */
export interface ParsedPage {
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  /** Text outside of tags and style sheets, entities decoded. */
  readonly text: string;
}

const voids = new Set(['meta', 'input', 'br', 'hr', 'img', 'link', 'base', 'source', 'area', 'col', 'wbr', 'track', 'embed']);

/**
 * Reads a page strictly: every element closed in order, every attribute quoted or bare, no stray `<`. Stricter than a
 * browser, which repairs silently what a template got wrong.
 */
export function parseHtml(page: string): ParsedPage {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  let text = '';
  let at = 0;
  if (!page.startsWith('<!doctype html>')) throw new Error('no doctype');
  at = '<!doctype html>'.length;
  while (at < page.length) {
    const next = page.indexOf('<', at);
    if (next < 0) {
      text += page.slice(at);
      break;
    }
    text += page.slice(at, next);
    const close = /^<\/([a-zA-Z][\w-]*)>/u.exec(page.slice(next, next + 60));
    if (close !== null) {
      const expected = open.pop();
      if (expected !== close[1]) throw new Error(`</${close[1]}> closes <${expected}> at ${next}: ${page.slice(next - 80, next + 40)}`);
      at = next + close[0].length;
      continue;
    }
    const { name, attributes, selfClosing, end } = readTag(page, next);
    elements.push({ name, attributes });
    at = end;
    if (selfClosing || voids.has(name)) continue;
    if (name === 'style' || name === 'script') {
      at = page.indexOf(`</${name}>`, at);
      if (at < 0) throw new Error(`<${name}> is not closed`);
    }
    open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' > ')}`);
  return { elements, text: decode(text) };
}

function readTag(page: string, start: number): { name: string; attributes: Record<string, string>; selfClosing: boolean; end: number } {
  const head = /<([a-zA-Z][\w-]*)/uy;
  head.lastIndex = start;
  const name = head.exec(page)?.[1];
  if (name === undefined) throw new Error(`stray < at ${start}: ${page.slice(start, start + 60)}`);
  const attributes: Record<string, string> = {};
  const attribute = /\s+([a-zA-Z_:][\w:.-]*)(?:="([^"]*)")?/uy;
  attribute.lastIndex = start + 1 + name.length;
  let last = attribute.lastIndex;
  for (let match = attribute.exec(page); match !== null; match = attribute.exec(page)) {
    if (Object.hasOwn(attributes, match[1] as string)) throw new Error(`attribute ${match[1]} twice at ${start}`);
    attributes[match[1] as string] = decode(match[2] ?? '');
    last = attribute.lastIndex;
  }
  const tail = /\s*(\/?)>/uy;
  tail.lastIndex = last;
  const ending = tail.exec(page);
  if (ending === null) throw new Error(`malformed <${name}> at ${start}: ${page.slice(start, start + 120)}`);
  return { name, attributes, selfClosing: ending[1] === '/', end: tail.lastIndex };
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll(/&#(?:x27|39);/gu, "'").replaceAll('&amp;', '&');
}
