/** What a run with evolving instructions begins with: ways of going about a change that differ. */
export const firstParagraphs: readonly string[] = [
  'Look first for what costs most and brings least: a step whose result is hardly used, an evaluation that repeats another. What is saved there can be spent where the program still gains.',
  'Find the case on which this program does worst and ask what it lacks there. Change what helps on that case without harm to the others.',
  'Think of a method from the literature that fits this kind of problem and is not in the program yet. Put in its essential step, in its simplest form.',
  'Question one assumption that the program makes, such as an order of steps, a starting point or a fixed number, and replace it by something that adapts to what is seen while it runs.',
];
