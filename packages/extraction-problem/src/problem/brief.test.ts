import { analyticDiodeTask } from '@evospice/testkit';
import { toolbox } from '@evospice/toolbox';
import { expect, test } from 'vitest';
import { extractionSettingsSchema } from '../settings/extraction-settings.ts';
import { extractionBrief } from './brief.ts';

test('the brief holds the whole contract, every toolbox function with its signature, the optimizers and the tasks', () => {
  const task = analyticDiodeTask(1, { points: 9 });
  const { contract, rules, goal } = extractionBrief({ settings: extractionSettingsSchema.parse({}), seed: 1, tasks: { train: [task], validate: [] } }, ['lm', 'nelder-mead']);
  expect(contract).toContain("context.optimizers['lm'](problem, context, options)`: lm, nelder-mead.");
  for (const type of ['ProblemModel', 'ProblemParameter', 'OptimizerContext']) expect(contract).toContain(`interface ${type} {`);
  expect(contract).not.toMatch(/import type|interface Optimizer \{|^export (?!default)/m);
  for (const name of Object.keys(toolbox)) expect(contract, name).toMatch(new RegExp(`^${name}(<[^(]*>)?\\(.*\\): `, 'm'));
  expect(contract).toContain('interface BoundedLevenbergMarquardtProblem extends LevenbergMarquardtProblem {');
  expect(goal).toContain(task.title);
  // A prompt is paid for with every request, about 4 characters a token.
  expect(contract.length + rules.length).toBeLessThan(40_000);
});
