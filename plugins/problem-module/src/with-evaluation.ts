import type { ProgramText } from '@evospice/contracts';

/** The program and its evaluation as one program, whose default export judges the one by the other. */
export function withEvaluation(program: ProgramText, evaluation: ProgramText): ProgramText {
  const below = (folder: string, { files }: ProgramText) => Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
  const entry = [
    `import { problem } from './problem/${evaluation.entry}';`,
    `import * as program from './program/${program.entry}';`,
    'const { parse, stringify } = JSON;',
    'export default async function evaluateProgram(text, one, context) {',
    '  const call = async (name, ...values) => parse(stringify((await program[name](...values, context)) ?? null));',
    '  return problem.evaluate({ text, call }, one);',
    '}',
    '',
  ].join('\n');
  return { entry: 'evaluate.js', files: Object.fromEntries([['evaluate.js', entry], ...below('problem', evaluation), ...below('program', program)]) };
}
