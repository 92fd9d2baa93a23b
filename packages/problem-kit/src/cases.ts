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

/** The case with this id and seed, or, for a seed that was not thought of before, the first case with this id and that seed. */
export function caseNamed(cases: readonly ProblemCase[], { id, seed }: Case): ProblemCase | undefined {
  const alike = cases.filter((one) => one.id === id);
  const [first] = alike;
  return alike.find((one) => one.seed === seed) ?? (first && Object.assign({}, first, { seed }));
}

/** Each id of `cases` with seeds that neither they nor `others` have. */
export function freshCases(cases: readonly ProblemCase[], others: readonly ProblemCase[], seeds: number): readonly Case[] {
  const last = Math.max(...[...cases, ...others].map(({ seed }) => seed));
  const ids = new Map(plainCases(cases).map((one) => [one.id, one] as const).toReversed());
  return Array.from({ length: seeds }, (_, index) => last + 1 + index).flatMap((seed) => [...ids.values()].toReversed().map((one) => ({ ...one, seed })));
}
