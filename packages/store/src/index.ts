export { makeFolder } from './make-folder.ts';
export { SqliteRunStore } from './sqlite-run-store.ts';
export { storePlugin } from './store-plugin.ts';
