import type { Case } from '@evospice/contracts';
import { z } from 'zod';

/** A case with whatever the evaluation wants to know of it. */
const caseSchema = z.looseObject({
  id: z.string().min(1),
  seed: z.int().default(1).describe('All chance of the case comes from it'),
  cost: z.number().positive().optional(),
}).catchall(z.json());
export type ProblemCase = z.output<typeof caseSchema>;

/** At least one case, each id and seed once. */
export const casesSchema = z.array(caseSchema).min(1).superRefine((cases, context) => {
  const seen = new Set<string>();
  for (const { id, seed } of cases) {
    const key = JSON.stringify([id, seed]);
    if (seen.has(key)) context.addIssue({ code: 'custom', message: `case ${id} with seed ${seed} is there twice` });
    seen.add(key);
  }
});

/** What the engine needs to know of cases. */
export function plainCases(cases: readonly ProblemCase[]): readonly Case[] {
  return cases.map(({ id, seed, cost }) => (cost === undefined ? { id, seed } : { id, seed, cost }));
}

export function caseNamed(cases: readonly ProblemCase[], { id, seed }: Case): ProblemCase | undefined {
  return cases.find((one) => one.id === id && one.seed === seed);
}
