export { checkModules, checkProgram } from './program/check-program.ts';
export { IsolateProgramRunner } from './isolate-program-runner.ts';
export { commandWords, type CommandWords } from './command/command-words.ts';
export { CommandRunner, type ConfinedCommand, type ConfinedEnd } from './command/confined-command.ts';
export { isolationStatus } from './isolation-status.ts';
export { sandboxPlugin } from './plugin.ts';
