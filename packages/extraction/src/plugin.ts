import { CONTRACT_VERSION, contribute, defined, definePlugin, ExtensionRegistry, type Descriptor, type SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';
import { astNodes } from './descriptors/ast-nodes.ts';
import { batchUse } from './descriptors/batch-use.ts';
import { convergence } from './descriptors/convergence.ts';
import { exploration } from './descriptors/exploration.ts';
import { locality } from './descriptors/locality.ts';
import { ownCompute } from './descriptors/own-compute.ts';
import { programLength } from './descriptors/program-length.ts';
import { robustness } from './descriptors/robustness.ts';
import { staging } from './descriptors/staging.ts';
import { createEvospiceScorer } from './score/evospice-scorer.ts';
import { createFewestScorer } from './score/fewest-scorer.ts';

const scorerOptions = (select: SelectionSchemaMaker) => z.strictObject({
  alpha: z.number().min(0).max(1).default(0.3).describe('weight of the efficiency factor: how much an early drop of the error is worth beside the final error'),
  reference: select('Optimizer').optional().describe('optimizer that programs are compared with: their efficiency is rewarded only where the area under their error is smaller than its own on the same task; the flat line when left out'),
  penalties: z
    .strictObject({
      violation: z.number().min(0).default(0).describe('Cost of each violation that physics rules find in a resulting card: the score is divided by 1 plus the sum of such costs.'),
      warning: z.number().min(0).default(0).describe('Cost of each warning.'),
      length: z.number().min(0).default(0).describe('Cost of a program’s length, as the descriptor `program-length` measures it.'),
    })
    .prefault({})
    .describe('What is taken off a score besides; nothing by default. Each shows as a part of its own.'),
});

const fewestOptions = z.strictObject({
  marks: z.record(z.string(), z.number().positive()).describe('By id of a task: the error that is to be reached, for example what `lm` ends at with 400 simulations; every training and validation task needs one.'),
  factors: z.array(z.number().positive()).min(1).default([2, 1.25, 1.05, 1.01]).describe('multiples of a mark that are to be reached in few simulations'),
});

/** Descriptors this package brings, in the order in which they are listed. */
export const descriptors: readonly Descriptor[] = [exploration, convergence, locality, staging, batchUse, robustness, programLength, astNodes, ownCompute];

/** The scorer and the descriptors that come with the framework. */
export const extractionPlugin = definePlugin({
  name: '@evospice/extraction',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute<'Scorer', ReturnType<typeof scorerOptions>, [ExtensionRegistry]>({
      point: 'Scorer',
      name: 'evospice',
      summary: 'precision × efficiency × robustness, geometric mean over tasks and seeds',
      options: scorerOptions,
      inject: [ExtensionRegistry],
      create: ({ reference, ...given }, registry) => createEvospiceScorer({
        ...given, ...defined({ reference: reference && { name: reference.name, optimizer: registry.create('Optimizer', reference) } }),
      }),
    }),
    contribute({
      point: 'Scorer',
      name: 'fewest',
      summary: 'how few simulations a program takes to multiples of a given error, geometric mean over targets, tasks and seeds',
      options: fewestOptions,
      create: createFewestScorer,
    }),
    ...descriptors.map((descriptor) => contribute({
      point: 'Descriptor',
      name: descriptor.name,
      summary: descriptor.summary,
      options: z.strictObject({}),
      create: () => descriptor,
    })),
  ],
});
