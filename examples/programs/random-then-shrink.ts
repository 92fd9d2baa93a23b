import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type {} from '@evospice/toolbox';

/** Samples the whole box, then ever smaller boxes around the best card: a program to start from. */
export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  // EVOLVE-BLOCK-START
  const { toolbox, random } = context;
  const dimensions = problem.parameters.length;
  let best = toolbox.toUnit(problem.parameters, problem.parameters.map(({ start }) => start));
  let bestError = Infinity;
  let radius = 0.5;
  let batch = [best];
  // Ends when the budget does: simulate throws then, which is a normal end.
  for (;;) {
    const evaluations = await context.simulate(batch.map((point) => toolbox.fromUnit(problem.parameters, point)));
    const before = bestError;
    evaluations.forEach((evaluation, index) => {
      const point = batch[index];
      if (evaluation.ok && point !== undefined && evaluation.error < bestError) {
        bestError = evaluation.error;
        best = point;
      }
    });
    radius *= bestError < before ? 1 : 0.8;
    batch = toolbox.latinHypercube(8, dimensions, random).map((sample) =>
      toolbox.clipToUnit(sample.map((value, axis) => (best[axis] ?? 0.5) + radius * (2 * value - 1))),
    );
  }
  // EVOLVE-BLOCK-END
}
