/** Splits at blanks or at a separator, but not inside brackets, braces or quotes, where names may hold either. */
export function splitNames(line: string, separator: ',' | ';' | ' '): string[] {
  const names: string[] = [];
  let depth = 0;
  let quoted = false;
  let name = '';
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '(' || character === '{')) depth += 1;
    else if (!quoted && (character === ')' || character === '}')) depth -= 1;
    const separates = separator === ' ' ? character === ' ' || character === '\t' : character === separator;
    if (separates && depth <= 0 && !quoted) {
      if (separator !== ' ' || name !== '') names.push(name.trim());
      name = '';
    } else {
      name += character;
    }
  }
  if (separator !== ' ' || name.trim() !== '') names.push(name.trim());
  return names;
}

/** Tokens between blanks; none for a blank line. */
export function tokens(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
}
