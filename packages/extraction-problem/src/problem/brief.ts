import { counted, defined, type ProblemBrief } from '@evospice/contracts';
import { extractionBackground } from './background.ts';
import { contractReference, toolboxReference } from './reference.ts';
import type { PlanParts } from './stages.ts';

/** What a program exports. */
export const SIGNATURE = 'export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void>';

let contract: string | undefined;

let toolbox: readonly string[] | undefined;

export interface BriefParts {
  /** Names of optimizers that programs may call. */
  readonly optimizers?: readonly string[];
  /** Physics rules that judge candidates and results. */
  readonly rules?: readonly { readonly name: string }[];
  readonly library?: ProblemBrief['library'];
}

/** What extraction programs are, in words for a prompt. */
export function extractionBrief({ settings, tasks }: PlanParts, { optimizers = [], rules = [], library }: BriefParts = {}): ProblemBrief {
  const titles = tasks.train.map(({ title, model, tunables, curves }) => `- ${title}: ${model.family}, ${counted(tunables.length, 'parameter')}, ${counted(curves.filter(({ split }) => split === 'train').length, 'curve')}`);
  const error = settings.metric === 'relative' ? 'relative RMS error' : 'RMS error of logarithms';
  const callable = optimizers.length === 0 ? '' : `\n\n// context.optimizers: whole optimizers, called as \`await context.optimizers['lm'](problem, context, options)\`: ${optimizers.join(', ')}.`;
  return {
    // Read when they are asked for: most runs ask no language model.
    get contract() {
      contract ??= contractReference();
      return `${SIGNATURE}\n\n${contract}`;
    },
    get reference() {
      toolbox ??= toolboxReference();
      return toolbox.map((text) => `// context.toolbox\n${text}${callable}`);
    },
    background: extractionBackground(tasks.train),
    ...defined({ library }),
    rules: `- A program is an optimizer that fits a SPICE model card to measured transistor curves: it moves the model parameters until the simulated curves match the
  measured ones. It is scored on many tasks: a low final error, reached in few simulations, without failed simulations.
- TypeScript with types that can be erased. It runs in a sandbox: no import at run time, no file, network, timer or console; only \`problem\`, \`context\` and the language.
- The result is the best full evaluation of the trajectory; a program cannot report a number of its own.
- One budget unit is one simulation of all curves; a Jacobian by finite differences costs one unit per parameter. Simulating a subset of
  the curves costs its share. Make each unit count, and let early units pay most: the area under the best error so far is scored too.
- Where a family of compact models has the device, \`context.models.ofProblem(problem)\` computes its curves and their exact derivatives at no cost: as the simulator
  would, as far as the equations go. It is undefined elsewhere, and a program must do without it there.
- Simulations may fail (\`ok: false\`): treat that as a bad point, never as a crash. \`simulate\` throws when the budget is gone, which is a normal end.
- Every loop must simulate something or end by itself. Take chance only from \`context.random\`.
- Know no task by heart: parameters come in any order and scale. Names, roles, groups, biases and kinds of curves may be used.
- Where the program is made of blocks that begin with \`// STRATEGY: kind name\`, keep that form and one function per block.${ruleText(rules)}`,
    goal: [
      'Tasks:',
      ...titles,
      `Each extraction may spend ${settings.budget} budget units; one unit simulates all curves of the task once. The ${error} is to come down, in as few units as possible.`,
    ].join('\n'),
  };
}

/** What programs must know of physics rules; nothing where there are none. */
function ruleText(rules: NonNullable<BriefParts['rules']>): string {
  if (rules.length === 0) return '';
  return `
- Physics rules (${rules.map(({ name }) => name).join(', ')}) judge every simulated card: \`evaluation.findings\` has rule, severity, parameter or curve, value and limit. What they
  find in the result may cost score, so of two cards that fit alike choose the one without violations and warnings.`;
}
