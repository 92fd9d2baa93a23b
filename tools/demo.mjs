// `npm run demo`: set-up, then the demonstration under the Node that the set-up brought.
import { run, setup } from './setup.mjs';

setup();
process.exit(run('node', ['tools/demonstrate.mjs']));
