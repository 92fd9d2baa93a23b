import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';
import { constriction } from './constriction.ts';

export const particleSwarmOptions = z.strictObject({
  ...searchOptions,
  size: z.int().min(3).max(1000).optional().describe('Particles; by default 10 + 2 sqrt(n) for n parameters (Standard PSO 2007).'),
  neighbourhood: z.enum(['global', 'ring']).default('global')
    .describe('Whose best places draw a particle: those of all, which is faster, or those of its neighbours on a ring, which is caught by a poor minimum less often.'),
  radius: z.int().min(1).max(100).default(1).describe('Neighbours on each side of the ring.'),
  c1: z.number().gt(0).max(10).default(2.05).describe("Attraction of a particle's own best place."),
  c2: z.number().gt(0).max(10).default(2.05).describe("Attraction of its neighbours' best place; c1 + c2 is above 4."),
  around: z.number().gt(0).max(1).default(1).describe('Share of the box, around the start card, in which the first swarm lies.'),
  tolerance: z.number().min(0).max(0.1).default(1e-10).describe('Largest distance and velocity in the unit cube below which a swarm has converged.'),
}).refine(constriction.holds, { error: constriction.says, path: [constriction.option] });
export type ParticleSwarmOptions = z.output<typeof particleSwarmOptions>;
