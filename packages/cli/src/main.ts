import { runCommandLine } from './command-line.ts';
import { tolerateClosedPipes } from './output/closed-pipes.ts';

tolerateClosedPipes();
await runCommandLine(process.argv.slice(2));
