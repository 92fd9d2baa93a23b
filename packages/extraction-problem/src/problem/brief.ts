import type { Problem } from '@evospice/contracts';
import type { PlanParts } from './stages.ts';

/** What extraction programs are, in words for a prompt. */
export function extractionBrief({ settings, tasks }: PlanParts): Problem['brief'] {
  const titles = tasks.train.map(({ title, model, tunables, curves }) => `- ${title}: ${model.family}, ${tunables.length} parameters, ${curves.filter(({ split }) => split === 'train').length} curves`);
  const error = settings.metric === 'relative' ? 'relative RMS error' : 'RMS error of logarithms';
  return {
    contract: 'export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void>',
    rules: 'TypeScript in one file with types that can be erased; no imports, files, timers or network; numerics from context.toolbox, all chance from context.random.',
    goal: [
      'Tasks:',
      ...titles,
      `Each extraction may spend ${settings.budget} budget units; one unit simulates all curves of the task once. The ${error} is to come down, in as few units as possible.`,
    ].join('\n'),
  };
}
