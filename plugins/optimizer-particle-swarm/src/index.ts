import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { particleSwarmOptions } from './options.ts';
import { ParticleSwarm } from './particle-swarm.ts';

export { particleSwarmOptions, type ParticleSwarmOptions } from './options.ts';
export { ParticleSwarm } from './particle-swarm.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-particle-swarm',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'pso',
      summary: 'Particle swarm with constriction, on a ring or with all neighbours',
      options: particleSwarmOptions,
      create: (options) => new ParticleSwarm(options),
    }),
  ],
});
