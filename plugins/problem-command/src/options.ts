import { casesSchema, isolationSchema, limitsSchema, programSource } from '@evospice/problem-kit';
import { z } from 'zod';

const command = z.array(z.string().min(1)).min(1);

export const commandProblemOptions = z.strictObject({
  run: command.describe('Command that runs a program: started in a folder with its files, `{entry}` stands for the entry; the case comes as JSON on standard input, the answer is JSON on standard output'),
  evaluate: command.optional()
    .describe('Command that judges an answer, apart from the program: {"case", "answer"} comes on standard input, {"score": …} or {"invalid": "why"} is printed. Left out, the answer itself must be that: the program is believed'),
  seeds: z.array(programSource).describe('Programs to begin with; an empty list, with `blank`, leaves the first ones to a language model'),
  blank: programSource.optional().describe('Program with an empty evolve block, which language models write the first programs into where there are no seeds'),
  cases: casesSchema.describe('What each program is tried on'),
  validation: casesSchema.optional().describe('Cases for champions only'),
  measures: z.array(z.string().min(1)).default([]).describe('Measures that every evaluation gives: axes for archives; `length` is there anyway'),
  brief: z.strictObject({
    contract: z.string().min(1).describe('What a program reads and prints'),
    goal: z.string().min(1).describe('What is asked for'),
    rules: z.string().optional().describe('What programs may not do'),
    background: z.string().optional().describe('What somebody should know of the field who is new to it'),
    reference: z.array(z.string().min(1)).optional().describe('What programs may call, the same in ever shorter forms, the fullest first'),
    library: z.array(z.strictObject({ name: z.string().min(1), summary: z.string().min(1) })).optional().describe('Approaches that are known'),
  }).describe('What the problem is, for prompts'),
  limits: limitsSchema,
  isolation: isolationSchema,
  readable: z.array(z.string().min(1)).default([]).describe('Further files and folders that the commands may read, relative to the configuration'),
});
export type CommandProblemOptions = z.output<typeof commandProblemOptions>;
