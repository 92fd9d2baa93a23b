import type { StoredEvent } from '@evospice/contracts';
import { bipolarFits, transistorFits } from './device-curves.ts';
import { evolutionEvents, sampleTasks } from './evolution-events.ts';

/** A run of realistic size: 60 programs, three baselines, four tasks, one of them with 147 curves of 91 points. */
export function sampleRun(): readonly StoredEvent[] {
  return evolutionEvents({
    tasks: sampleTasks, programs: 60, baselines: ['levenberg-marquardt', 'differential-evolution', 'random-search'], baselineSeeds: 5, budget: 60,
    fits: new Map([
      ['nmos-short', transistorFits({ instances: ['W10u0_L0u13'], points: 61 })],
      ['nmos-high-voltage-seven-geometries-from-another-foundry', transistorFits({ instances: ['w7u_l0p5u', 'w7u_l8u', 'w1u_l1u', 'w1u_l8u', 'w5u_l2u', 'w20u_l0p5u', 'w100u_l20u'], points: 91 })],
      ['npn', bipolarFits()],
    ]),
  });
}
