import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { numbersOf } from '../shared/answers.ts';
import { uniformIntegers } from '../shared/instances.ts';

/** A job: how long it takes, how much a unit of lateness costs, and when it should be finished. */
export type Job = readonly [duration: number, weight: number, due: number];

/**
 * Jobs as those of the OR-library's weighted tardiness instances (Crauwels, Potts and Van Wassenhove, INFORMS J. Comput. 10 (1998) 341):
 * durations 1 to 100 and weights 1 to 10, drawn uniformly, due dates around (1 - lateness) of the total duration, wide by `spread` of it.
 */
export function jobsOf(seed: number, count: number, lateness: number, spread: number): readonly Job[] {
  const draw = uniformIntegers(seed);
  const jobs = Array.from({ length: count }, () => [draw(1, 100), draw(1, 10)] as const);
  const total = jobs.reduce((sum, [duration]) => sum + duration, 0);
  const low = Math.max(0, Math.round(total * (1 - lateness - spread / 2)));
  const high = Math.round(total * (1 - lateness + spread / 2));
  return jobs.map(([duration, weight]): Job => [duration, weight, draw(low, high)]);
}

/** What the jobs cost in an order: the sum of weight times lateness. */
export function costOf(jobs: readonly Job[], order: readonly number[]): number {
  let [time, cost] = [0, 0];
  for (const index of order) {
    const [duration, weight, due] = jobs[index] as Job;
    time += duration;
    cost += weight * Math.max(0, time - due);
  }
  return cost;
}

/** The least cost of any order, by dynamic programming over sets of jobs that come first: for 20 jobs or fewer. */
export function leastCost(jobs: readonly Job[]): number {
  const sets = 2 ** jobs.length;
  const [cost, time] = [new Float64Array(sets).fill(Infinity), new Float64Array(sets)];
  cost[0] = 0;
  for (let set = 1; set < sets; set += 1) {
    for (const [index, [duration, weight, due]] of jobs.entries()) {
      if ((set & (1 << index)) === 0) continue;
      const before = set ^ (1 << index);
      const end = (time[before] as number) + duration;
      time[set] = end;
      cost[set] = Math.min(cost[set] as number, (cost[before] as number) + weight * Math.max(0, end - due));
    }
  }
  return cost[sets - 1] as number;
}

/** Judges an order of jobs: the score is the least cost there can be over the cost of this order; 1 is optimal, and proved to be. */
export function judge(found: unknown, jobs: readonly Job[]): Evaluation {
  const order = numbersOf(found, jobs.length);
  if (order === undefined) return { invalid: `it must return an order of ${jobs.length} jobs` };
  if (!jobs.every((_, index) => order.includes(index))) return { invalid: 'each job must be there once, by its number from 0' };
  const [cost, least] = [costOf(jobs, order), leastCost(jobs)];
  let time = 0;
  const late = order.filter((index) => (time += (jobs[index] as Job)[0]) > (jobs[index] as Job)[2]).length;
  return { score: cost === least ? 1 : least / cost, parts: { cost, least }, measures: { 'late jobs': late / jobs.length } };
}

const count = 13;

export const problem: ModuleProblem = {
  contract: `export default function schedule(jobs: [duration: number, weight: number, due: number][]): number[]
// the numbers of the jobs, from 0, in the order in which the machine takes them`,
  goal: 'One machine does one job after the other, all are there from the start. Order them so that the sum of weight times lateness, max(0, end - due), is small: write the function that says how urgent a job is.',
  measures: ['late jobs'],
  cases: [[0.6, 0.2], [0.6, 0.6], [0.8, 0.4], [0.8, 0.8]].map(([lateness = 0, spread = 0], index) => ({ id: `lateness ${lateness}, spread ${spread}`, seed: index + 1, lateness, spread })),
  validation: [[0.6, 0.4], [0.8, 0.6]].map(([lateness = 0, spread = 0], index) => ({ id: `lateness ${lateness}, spread ${spread}`, seed: index + 101, lateness, spread })),
  evaluate: async (program, { seed, lateness, spread }) => {
    const jobs = jobsOf(seed, count, lateness as number, spread as number);
    return judge(await program.call('default', jobs.map((job) => [...job])), jobs);
  },
};
