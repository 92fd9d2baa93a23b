export { checkProgram, type CheckedProgram } from './program/check-program.ts';
export { prepareProgram, type PreparedProgram } from './program/prepare-program.ts';
export { IsolateProgramRunner, type IsolateProgramRunnerOptions } from './isolate-program-runner.ts';
export type { IsolationChoice } from './isolation/layers.ts';
export { isolationStatus, type IsolationStatus } from './isolation-status.ts';
export { sandboxPlugin } from './plugin.ts';
