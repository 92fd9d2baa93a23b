import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { boltzmannSelector } from './boltzmann-selector.ts';
import { complementarySelector } from './complementary-selector.ts';
import { noveltyYouthSelector } from './novelty-youth-selector.ts';
import { powerLawSelector } from './power-law-selector.ts';
import { scoreWeightedSelector } from './score-weighted-selector.ts';
import { tournamentSelector } from './tournament-selector.ts';
import { uniformSelector } from './uniform-selector.ts';

export { uniformSelector } from './uniform-selector.ts';

const weight = z.number().min(0);

/** Contributes the parent selectors. */
export default definePlugin({
  name: '@evospice/plugin-selectors',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'ParentSelector', name: 'uniform', summary: 'every elite has the same chance of becoming a parent',
      options: z.strictObject({}), create: () => uniformSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'score-weighted', summary: 'chance by score, less for those that had children already',
      options: z.strictObject({
        steepness: z.number().min(0).max(1000).default(10).describe('How steeply the chance rises with the score, in deviations from the median.'),
        fresh: z.boolean().default(true).describe('Whether having had children lowers the chance.'),
      }),
      create: scoreWeightedSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'power-law', summary: 'chance by a power of the rank',
      options: z.strictObject({ exponent: z.number().min(0).max(20).default(1).describe('0: all alike; large: always the best.') }),
      create: powerLawSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'tournament', summary: 'the best of a few drawn at random',
      options: z.strictObject({ size: z.int().min(1).max(1000).default(3).describe('Elites drawn for each parent.') }),
      create: tournamentSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'boltzmann', summary: 'chance by an exponential of the score, the temperature fitted to the scores there are',
      options: z.strictObject({ diversity: z.number().min(0).max(1).default(0.3).describe('Share of elites that have a real chance, by their effective number.') }),
      create: boltzmannSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'novelty-youth', summary: 'chance by rank, distance to other programs, and youth',
      options: z.strictObject({
        score: weight.default(1).describe('Weight of the rank by score.'),
        novelty: weight.default(1).describe('Weight of the distance to others.'),
        youth: weight.default(0.5).describe('Weight of youth.'),
        neighbours: z.int().min(1).default(3).describe('Nearest others that the distance is taken to.'),
      }),
      create: noveltyYouthSelector,
    }),
    contribute({
      point: 'ParentSelector', name: 'complementary', summary: 'parents that are good on different cases',
      options: z.strictObject({}), create: () => complementarySelector,
    }),
  ],
});
