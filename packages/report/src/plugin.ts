import { CONTRACT_VERSION, contribute, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { runKindPoint } from '@evospice/runs';
import { z } from 'zod';
import { ablateKind } from './kinds/ablate.ts';
import { benchKind } from './kinds/bench.ts';
import { evolveKind } from './kinds/evolve.ts';
import { extractKind } from './kinds/extract.ts';
import { HtmlReporter } from './reporters/html.ts';
import { JsonlReporter } from './reporters/jsonl.ts';
import { TerminalReporter } from './reporters/terminal.ts';

/** Contributes the reporters `terminal`, `html` and `jsonl`, and the kinds of run of the built-in verbs. */
export const reportPlugin = definePlugin({
  name: '@evospice/report',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  points: [runKindPoint],
  contributions: [
    ...[evolveKind, ablateKind, benchKind, extractKind].map((kind) => contribute({
      point: 'RunKind',
      name: kind.name,
      summary: `runs of \`evospice ${kind.name}\``,
      options: z.strictObject({}),
      create: () => kind,
    })),
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
      inject: [ExtensionRegistry],
      create: (_options, registry: ExtensionRegistry) => new HtmlReporter((kind) => registry.create('RunKind', kind)),
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
