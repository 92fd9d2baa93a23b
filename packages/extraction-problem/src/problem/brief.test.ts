import { analyticDiodeTask } from '@evospice/testkit';
import { toolbox } from '@evospice/toolbox';
import { expect, test } from 'vitest';
import { extractionSettingsSchema } from '../settings/extraction-settings.ts';
import { extractionBrief } from './brief.ts';

test('the brief holds the whole contract, every toolbox function with its signature, the optimizers and the tasks', () => {
  const task = analyticDiodeTask(1, { points: 9 });
  const { contract, rules, goal, background, reference = [], library } = extractionBrief({ settings: extractionSettingsSchema.parse({}), seed: 1, tasks: { train: [task], validate: [] } }, { optimizers: ['lm', 'nelder-mead'], library: [{ name: 'polish', summary: 'a pattern search' }] });
  const [whole = '', bare = '', names = ''] = reference;
  for (const text of reference) expect(text).toContain("context.optimizers['lm'](problem, context, options)`: lm, nelder-mead.");
  for (const type of ['ProblemModel', 'ProblemParameter', 'OptimizerContext']) expect(contract).toContain(`interface ${type} {`);
  expect(contract).not.toMatch(/import type|interface Optimizer \{|^export (?!default)/m);
  for (const text of [whole, bare]) for (const name of Object.keys(toolbox)) expect(text, name).toMatch(new RegExp(`^${name}(<[^(]*>)?\\(.*\\): `, 'm'));
  for (const name of Object.keys(toolbox)) expect(names).toContain(name);
  expect(whole).toMatch(/\): .+ {2}\/\/ \w/u);
  expect(bare).not.toContain('  // ');
  expect(bare.length).toBeLessThan(0.8 * whole.length);
  expect(names.length).toBeLessThan(0.2 * bare.length);
  expect(whole).toContain('interface BoundedLevenbergMarquardtProblem extends LevenbergMarquardtProblem {');
  expect(goal).toContain(task.title);
  expect(background).toContain('Diode: saturation current');
  expect(background).not.toContain('Gummel');
  expect(rules).not.toContain('Physics rules');
  const judged = extractionBrief({ settings: extractionSettingsSchema.parse({}), seed: 1, tasks: { train: [task], validate: [] } }, { rules: [{ name: 'card-limits' }] });
  expect(judged.rules).toContain('Physics rules (card-limits)');
  expect(library).toEqual([{ name: 'polish', summary: 'a pattern search' }]);
  // A prompt is paid for with every request, about 4 characters a token.
  expect(contract.length + rules.length + whole.length).toBeLessThan(50_000);
});
