/** Families of codes that are never an optimizer's doing, even where they end its work. */
const foreign = /^(?:SIMULATOR|SCHEDULER|EXTRACTION_SIMULATOR|SANDBOX|RUNNER)(?:_|$)/u;

/** Whether the failure that ended an optimizer came from around it: the simulator, the sandbox, the request to the runner. */
export function isForeign(code: string): boolean {
  return foreign.test(code);
}
