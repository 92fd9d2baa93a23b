/** Targets f - f_opt, and in `published` the evaluations to each. */
export const targets = [10, 1, 0.1, 1e-3, 1e-5, 1e-7] as const;

/**
 * Expected running times in evaluations of the best of the 31 algorithms of BBOB-2009 for each target, which the tables of the
 * BBOB workshops (from 2010, "best 2009") state beside each algorithm. By function and dimension; only where we are sure of them.
 */
export const published: Readonly<Record<number, Readonly<Record<number, readonly number[]>>>> = {
  1: { 5: [11, 12, 12, 12, 12, 12], 20: [43, 43, 43, 43, 43, 43] },
  2: { 5: [83, 87, 88, 90, 92, 94], 20: [385, 386, 387, 390, 391, 393] },
  5: { 5: [10, 10, 10, 10, 10, 10], 20: [41, 41, 41, 41, 41, 41] },
  8: { 5: [73, 273, 336, 391, 410, 422], 20: [2039, 3871, 4040, 4219, 4371, 4484] },
  10: { 5: [349, 500, 574, 626, 829, 880], 20: [7413, 8661, 10_735, 14_920, 17_073, 17_476] },
};
