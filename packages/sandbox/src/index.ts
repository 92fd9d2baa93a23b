export { checkModules, checkProgram } from './program/check-program.ts';
export { IsolateProgramRunner, type IsolateProgramRunnerOptions } from './isolate-program-runner.ts';
export { CommandRunner, type ConfinedCommand, type ConfinedEnd } from './command/confined-command.ts';
export type { IsolationChoice } from './isolation/layers.ts';
export { isolationStatus, type IsolationStatus } from './isolation-status.ts';
export { sandboxPlugin } from './plugin.ts';
