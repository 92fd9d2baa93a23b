export { RUN_FILE, SqliteRunStore } from './sqlite-run-store.ts';
export { LOCK_FILE } from './writer-lock.ts';
export { SCHEMA_VERSION } from './schema.ts';
export { storePlugin } from './store-plugin.ts';
