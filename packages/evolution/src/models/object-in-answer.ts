/** So much of the end of an answer is looked at: what was asked for is short and comes last. */
const LOOKED_AT = 20_000;
/** So many braces are tried as its beginning, the last ones. */
const MOST_STARTS = 200;

/** The last JSON object in an answer, whatever is around it: thoughts, prose, fences. Undefined for none. */
export function objectInAnswer(answer: string): Readonly<Record<string, unknown>> | undefined {
  const text = answer.replaceAll(/<think>[\s\S]*?<\/think>/giu, '').slice(-LOOKED_AT);
  let found: Readonly<Record<string, unknown>> | undefined;
  let behind = 0;
  for (const { index: start } of [...text.matchAll(/\{/gu)].slice(-MOST_STARTS)) {
    // Inside of what was found, braces begin parts of it.
    if (start < behind) continue;
    const end = endOf(text, start);
    const object = end === undefined ? undefined : parsed(text.slice(start, end));
    if (object === undefined) continue;
    found = object;
    behind = end as number;
  }
  return found;
}

/** Behind the brace that closes the one at `start`; braces inside strings do not count. */
function endOf(text: string, start: number): number | undefined {
  const signs = /"(?:[^"\\]|\\.)*"|[{}]/gsu;
  signs.lastIndex = start;
  let depth = 0;
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    if (sign[0] === '{') depth += 1;
    if (sign[0] === '}') depth -= 1;
    if (depth === 0) return signs.lastIndex;
  }
  return undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // Braces of code, not of JSON.
    return undefined;
  }
}
