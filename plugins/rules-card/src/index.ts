import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { allOf } from '@evospice/rules-kit';
import { z } from 'zod';
import { cardBounds } from './card-bounds.ts';
import { cardDetermined } from './card-determined.ts';
import { cardMobility } from './card-mobility.ts';
import { cardVersion } from './card-version.ts';
import { cardLimits } from './limits/card-limits.ts';
import { cardRelations } from './relations/card-relations.ts';

/** What counts when nothing else is said. */
const [share, noise, loose] = [0.01, 0.01, 0.2];

const none = z.strictObject({});

export default definePlugin({
  name: '@evospice/plugin-rules-card',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'PhysicsRule', name: 'card', summary: 'Every rule over cards, with its own defaults', options: none,
      create: () => allOf('card', [cardVersion, cardLimits, cardRelations, cardMobility, cardBounds(share), cardDetermined({ noise, loose })]),
    }),
    contribute({ point: 'PhysicsRule', name: 'card-version', summary: 'Level, version and names that the model does not know', options: none, create: () => cardVersion }),
    contribute({ point: 'PhysicsRule', name: 'card-limits', summary: 'Signs and ranges of parameters by model family, from the manuals', options: none, create: () => cardLimits }),
    contribute({ point: 'PhysicsRule', name: 'card-relations', summary: 'Parameters that contradict one another', options: none, create: () => cardRelations }),
    contribute({ point: 'PhysicsRule', name: 'card-mobility', summary: 'Effective mobility of MOSFETs over gate, body and temperature', options: none, create: () => cardMobility }),
    contribute({
      point: 'PhysicsRule', name: 'card-bounds', summary: 'Tunable parameters at their bounds',
      options: z.strictObject({ share: z.number().min(0).max(0.5).default(share).describe('Part of the range that counts as the bound itself') }),
      create: ({ share }) => cardBounds(share),
    }),
    contribute({
      point: 'PhysicsRule', name: 'card-determined', summary: 'Tunable parameters that the training curves cannot determine',
      options: z.strictObject({
        noise: z.number().positive().max(1).default(noise).describe('Noise of a measured value, as a share of it'),
        loose: z.number().positive().max(1).default(loose).describe('Standard error, as a share of the bounds, above which a value is a guess'),
      }),
      create: cardDetermined,
    }),
  ],
});
