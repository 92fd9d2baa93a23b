const labelNoun = '(?:program|version|option|variant|candidate|alternative|solution|attempt|draft|approach|proposal|listing)';
const noun = `(?:one|code|${labelNoun})`;
/** A letter in capitals: "a" is an article. */
const label = '(?<label>(?-i:[A-F])|[1-9]|one|two|three|four)(?![\\w-])';
/** "the second one", "option B"; an ordinal in front of another noun ("the first derivative") names no program. */
const reference = `(?:the\\s+|my\\s+)?(?:\\b(?:(?<ordinal>first|former|second|third|fourth|last|latter|final|1st|2nd|3rd|4th)(?:\\s+${noun})?`
  + '(?![\\w-]|\\s+(?!(?:above|below|as|since|because|here|is|which|that|instead|over|rather|but)\\b)\\w)'
  + `|${labelNoun}\\s+#?${label}))`;
const verb = '(?:use|using|take|choose|chose|prefer|submit|keep|pick|select|recommend|go with|settle on|answer is|choice is)';
const negation = "(?:\\b(?:not|never|cannot|avoid)|n['’]t)\\s+(?:\\w{1,20}\\s+){0,2}";
const verbFirst = new RegExp(`(?<not>${negation})?\\b${verb}\\b[^.!?\\n]{0,40}?${reference}`, 'giu');
const rejected = new RegExp(`\\b(?:reject|discard|ignore|avoid|drop)(?:ed|ped)?\\b[^.!?\\n]{0,40}?${reference}`, 'giu');
const nameFirst = new RegExp(`${reference}\\s+(?:above\\s+|below\\s+)?is\\s+(?<not>not\\s+)?(?:[\\w']{1,20}\\s+){0,4}?(?:final|best|better|answer|choice|submit|winner|recommended|preferred|use)\\b`, 'giu');
const places: Readonly<Record<string, number>> = {
  first: 0, former: 0, '1st': 0, one: 0, second: 1, '2nd': 1, two: 1, third: 2, '3rd': 2, three: 2, fourth: 3, '4th': 3, four: 3, last: -1, latter: -1, final: -1,
};

/** A program that is meant by its place among those shown (negative from the end), and by its label where it has one. */
export interface Reference {
  readonly place: number;
  readonly label?: string;
}

export interface Choice {
  readonly taken?: Reference;
  readonly refused: readonly Reference[];
}

/** Which of several programs a text chooses; the last word counts. */
export function choiceInWords(text: string): Choice {
  const found = [verbFirst, rejected, nameFirst].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({
    index: match.index, reference: referenceOf(match.groups ?? {}), isRefused: pattern === rejected || match.groups?.['not'] !== undefined,
  }))).toSorted((one, other) => one.index - other.index);
  const taken = found.findLast(({ isRefused }) => !isRefused);
  return { ...(taken === undefined ? {} : { taken: taken.reference }), refused: found.filter(({ isRefused }) => isRefused).map(({ reference: named }) => named) };
}

function referenceOf(groups: Readonly<Record<string, string | undefined>>): Reference {
  const ordinal = groups['ordinal']?.toLowerCase();
  if (ordinal !== undefined) return { place: places[ordinal]! };
  const named = canonical(groups['label']!);
  return { label: named, place: Number(named) - 1 };
}

/** `A`, `1` and `one` are one label. */
function canonical(written: string): string {
  if (/^[A-F]$/u.test(written)) return String(written.charCodeAt(0) - 'A'.charCodeAt(0) + 1);
  return /^\d$/u.test(written) ? written : String(places[written.toLowerCase()]! + 1);
}

const labelled = new RegExp(`\\b${labelNoun}\\s+#?${label}`, 'giu');

/** The label that the text in front of a program gives it. */
export function labelIn(lead: string): string | undefined {
  const written = [...lead.matchAll(labelled)].at(-1)?.groups?.['label'];
  return written === undefined ? undefined : canonical(written);
}

/** Whether the lines right in front of a program call it the final one, or one that was rejected. */
export function hintOf(lead: string): 'final' | 'rejected' | undefined {
  const near = lead.split('\n').filter((line) => line.trim() !== '').slice(-2).join('\n');
  if (/\b(?:rejected|discarded)\b|\bfor comparison\b/iu.test(near)) return 'rejected';
  return new RegExp(`\\b(?:final|chosen|recommended)\\s+(?:${noun}|answer|result|choice)\\b|\\bmy (?:answer|choice)\\b`, 'iu').test(near) ? 'final' : undefined;
}

const headings = new RegExp(`^\\W{0,8}(?<heading>${labelNoun}\\s+#?${label})`, 'gimu');

/** The labels that begin lines of a text, such as headings of alternatives: each once. */
export function labelsIn(text: string): readonly string[] {
  return [...new Map([...text.matchAll(headings)].map(({ groups }) => [canonical(groups!['label']!), groups!['heading']!])).values()];
}
