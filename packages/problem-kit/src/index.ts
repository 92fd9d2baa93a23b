export { failedOutcome, outcomeOf, type Evaluation } from './evaluation.ts';
export { outcomeDigest } from './digest.ts';
export { lengthMeasure, meanMeasures, meanScore } from './score.ts';
export { caseNamed, casesSchema, freshCases, plainCases, type ProblemCase } from './cases.ts';
export { programSource, read, readProgram, textHash } from './read-programs.ts';
export { isolationSchema, limitsSchema } from './limits.ts';
