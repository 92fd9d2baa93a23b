import { z } from 'zod';

const action = z.union([
  z.strictObject({ use: z.record(z.string(), z.number().min(0)).describe('Weights of proposers by name, in place of those configured; a name that is left out has its configured weight.') }),
  z.strictObject({ text: z.string().describe('Text for the prompts from then on, in place of that of an earlier action; an empty one takes that away.') }),
  z.strictObject({ spawn: z.enum(['best', 'seeds']).describe('Opens another island, with the best program or with the seed programs.') }),
  z.strictObject({ restart: z.int().min(1).describe('Empties the archive but for so many of the best programs, of each island where there are islands.') }),
]);

/** What is done when the champion stays the same for long. */
export const stagnationSchema = z.strictObject({
  after: z.int().min(1).describe('Programs tried without a better champion, after which the next action is taken; it is counted anew from there.'),
  do: z.array(action).min(1).describe('Actions in their order; after the last comes the first again.'),
});

export type StagnationSettings = z.output<typeof stagnationSchema>;
/** One of the things that can be done about stagnation. */
export type CourseAction = z.output<typeof action>;
