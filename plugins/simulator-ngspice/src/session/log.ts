/** Reads what ngspice printed. Messages are those of versions 39 to 45. */

/** Names `altermod` or a circuit's parser did not know. */
export function unknownParameters(log: string): readonly string[] {
  const names = [...log.matchAll(/no such parameter (\S+?)\.?\s*$/gm), ...log.matchAll(/unrecognized parameter \((.+?)\)/g)];
  return [...new Set(names.map((match) => match[1] as string))];
}

/** The line that says why a circuit was not accepted; undefined when it was. */
export function loadProblem(log: string): string | undefined {
  const lines = log.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const at = lines.findIndex((line) => /^Error|not parsed|Simulation interrupted|unknown model type|could not find a valid modelname|unknown parameter|Setting Level to|can't find model/i.test(line));
  return at < 0 ? undefined : lines.slice(at, at + 4).join(' / ');
}

/** The line that says why an analysis failed. */
export function analysisProblem(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const found = lines.find((line) => /^Fatal/i.test(line))
    ?? lines.find((line) => /doAnalyses|singular matrix|No convergence|Timestep too small|aborted/i.test(line));
  return found ?? 'the analysis ended early';
}

/** True when ngspice called a parameter fatal. */
export function isFatalParameter(log: string): boolean {
  return /\bFatal\b(?! error in ngspice)/i.test(log);
}
