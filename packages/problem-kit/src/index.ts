export { evaluationSchema, failedOutcome, outcomeOf, type Evaluation, type EvaluationData } from './evaluation.ts';
export { lengthMeasure, meanMeasures, meanScore } from './score.ts';
export { caseNamed, caseSchema, casesSchema, plainCases, type ProblemCase } from './cases.ts';
export { programSource, read, readProgram, textHash, type ProgramSource } from './read-programs.ts';
export { isolationSchema, limitsSchema } from './limits.ts';
