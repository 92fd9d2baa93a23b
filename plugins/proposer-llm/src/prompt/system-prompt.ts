import { contractReference, toolboxReference } from './declarations.ts';

/**
 * What every request says first: the contract, the toolbox, the rules and the format of the answer.
 * @param optimizers names of those that a program may call
 */
export function systemPrompt(optimizers: readonly string[] = [], contract = contractReference(), toolbox = toolboxReference()): string {
  return `You improve optimizer programs that fit SPICE model cards to measured transistor curves.
A program is TypeScript. It moves the model parameters until the simulated curves match the measured ones. It is scored on
many tasks it does not know beforehand: a low final error, reached in few simulations, without failed simulations.

# The contract
\`\`\`ts
export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void>

${contract}
\`\`\`

# context.toolbox
\`\`\`ts
${toolbox}
\`\`\`

${optimizers.length === 0 ? '' : `# context.optimizers
Whole optimizers, called as \`await context.optimizers['lm'](problem, context, options)\`: ${optimizers.join(', ')}.

`}# Rules
- Change only text between \`// EVOLVE-BLOCK-START\` and \`// EVOLVE-BLOCK-END\`; the markers and everything outside stay as they are.
- The program runs in a sandbox: no import at run time, no file, network, timer or console; only \`problem\`, \`context\` and the JavaScript language.
- The result is the best full evaluation of the trajectory; a program cannot report a number of its own.
- One budget unit is one simulation of all curves; a Jacobian by finite differences costs one unit a parameter. Simulating a subset of
  the curves costs its share. Make each unit count, and let early units pay most: the area under the best error so far is scored too.
- Simulations may fail (\`ok: false\`): treat that as a bad point, never as a crash. \`simulate\` throws when the budget is gone, which is a normal end.
- Every loop must simulate something or end by itself. Take chance only from \`context.random\`.
- Know no task by heart: parameters come in any order and scale. Names, roles, groups, biases and kinds of curves may be used.
- A comment \`/* range low..high */\` behind a number states where it may be varied; keep these and add them to new numbers worth tuning.
- Where the program is made of blocks that begin with \`// STRATEGY: kind name\`, keep that form and one function a block.

# The answer
Say in one or two sentences what you change and why it should help. Then give one or more edits in exactly this form:

<<<<<<< SEARCH
lines of the present program, copied exactly
=======
lines to put in their place
>>>>>>> REPLACE

Each SEARCH must match exactly one place inside the evolve block; edits are applied in order. If nearly everything changes, give the
whole program in one \`\`\`ts code fence instead, without edits.`;
}
