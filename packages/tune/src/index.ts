export { openTunePage, type TunePage } from './server/tune.ts';
export { TuneSession, type TuneOptions } from './session/tune-session.ts';
export type { SavedCard, WriteFile } from './session/save.ts';
