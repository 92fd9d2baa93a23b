import { Clock, CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { HtmlReporter } from './reporters/html.ts';
import { JsonlReporter } from './reporters/jsonl.ts';
import { TerminalReporter } from './reporters/terminal.ts';

/** Contributes the reporters `terminal`, `html` and `jsonl`. */
export const reportPlugin = definePlugin({
  name: '@evospice/report',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Reporter',
      name: 'terminal',
      summary: 'progress on standard error: a live block on a terminal, plain lines elsewhere',
      options: z.strictObject({
        lines: z.int().min(1).default(20).describe('plain lines of progress in a whole run, at most; champions and repeated extractions come on top'),
      }),
      create: ({ lines }) => new TerminalReporter({ lines }),
    }),
    contribute({
      point: 'Reporter',
      name: 'html',
      summary: 'report.html in the run’s folder at its end: one self-contained file',
      options: z.strictObject({}),
      inject: [Clock],
      create: (_options, clock: Clock) => new HtmlReporter(clock),
    }),
    contribute({
      point: 'Reporter',
      name: 'jsonl',
      summary: 'each event as a line of JSON in events.jsonl in the run’s folder',
      options: z.strictObject({}),
      create: () => new JsonlReporter(),
    }),
  ],
});
