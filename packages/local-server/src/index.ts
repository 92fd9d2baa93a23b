export { openLocalServer, type LocalServer, type LocalServerOptions } from './local-server.ts';
export { jsonBody } from './json-body.ts';
