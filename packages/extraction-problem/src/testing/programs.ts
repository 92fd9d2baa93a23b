import { EvospiceError, type Proposer } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';

/** Random steps around the best point so far, in the unit cube. */
export const searchProgram = `
export default async function optimizeSpiceParameters(problem, context) {
  // EVOLVE-BLOCK-START
  const width = 0.2;
  const batch = 3;
  const { toUnit, fromUnit, clipToUnit, startCandidate } = context.toolbox;
  let best = toUnit(problem.parameters, startCandidate(problem.parameters));
  let least = Infinity;
  for (;;) {
    const points = Array.from({ length: batch }, () => clipToUnit(best.map((place) => place + width * context.random.normal())));
    const evaluations = await context.simulate(points.map((point) => fromUnit(problem.parameters, point)));
    for (const [index, evaluation] of evaluations.entries()) {
      if (!evaluation.ok || evaluation.error >= least) continue;
      least = evaluation.error;
      best = points[index];
    }
  }
  // EVOLVE-BLOCK-END
}
`;

/** The same program but for its constants. */
export const widerProgram = searchProgram.replace('0.2', '0.4').replace('batch = 3', 'batch = 5');

/** Programs that do not get through, by what is wrong with them. */
export const badPrograms = {
  syntax: 'export default async function (',
  throwing: searchProgram.replace('for (;;) {', 'for (;;) { if (context.budget.spent > 10) throw new Error("PROGRAM_ABUSE: on purpose");'),
  idle: searchProgram.replace('for (;;) {', 'await context.simulate([startCandidate(problem.parameters)]);\n  for (; least < 0;) {'),
  renamed: searchProgram.replaceAll('best', 'bestSoFar').replace('  const width', '  // renamed\n  const width'),
};

/** Changes one constant of its first parent; now and then makes something that must be turned away. All by its random numbers. */
export function constantProposer(): Proposer {
  return {
    name: 'constants',
    // oxlint-disable-next-line require-await -- a failure must be a rejected promise
    async propose({ parents, random }) {
      const parent = parents[0]?.program;
      if (parent === undefined) throw new TypeError('no parent');
      const dice = random.next();
      const details = { dice };
      if (dice < 0.08) throw new EvospiceError('PROPOSAL_FAILED', 'the dice said no');
      if (dice < 0.14) return { ...singleFile(badPrograms.syntax), operator: 'break', parents: [parent.id], details };
      if (dice < 0.2) return { ...singleFile(badPrograms.throwing), operator: 'throw', parents: [parent.id], details };
      if (dice < 0.26) return { ...singleFile(badPrograms.renamed), operator: 'rename', parents: [parent.id], details };
      if (dice < 0.32) return { ...singleFile(badPrograms.idle.replace('0.2', String(random.next()))), operator: 'idle', parents: [parent.id], details };
      const width = (0.01 + 0.6 * random.next()).toFixed(4);
      return { ...singleFile(mainSource(parent).replace(/width = [\d.]+/u, `width = ${width}`)), operator: 'perturb-constant', parents: [parent.id], details: { ...details, width } };
    },
  };
}
