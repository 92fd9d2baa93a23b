export { openTunePage, type TunePage } from './server/tune.ts';
export { openCardRules, type CardRules } from './session/card-rules.ts';
export { TuneSession, type TuneOptions } from './session/tune-session.ts';
export type { SavedCard, WriteFile } from './session/save.ts';
