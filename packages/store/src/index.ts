export { SqliteRunStore } from './sqlite-run-store.ts';
export { storePlugin } from './store-plugin.ts';
