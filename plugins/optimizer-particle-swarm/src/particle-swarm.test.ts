import { testOptimizer } from '@evospice/testkit';
import { particleSwarmOptions } from './options.ts';
import { ParticleSwarm } from './particle-swarm.ts';

const make = (options: unknown = {}): ParticleSwarm => new ParticleSwarm(particleSwarmOptions.parse(options));

testOptimizer('pso', make, { improvement: 0.5 });
testOptimizer('pso, global', () => make({ neighbourhood: 'global', size: 5 }));
