import { kindNames } from '../kinds/mutation-kind.ts';
import { compose } from './compose.ts';
import { exampleQuestion, learningExamples } from './example.ts';
import { partsOf } from './question.ts';
import type { PromptTemplates, TemplateName } from './templates.ts';

/**
 * Fills every template with an example in which everything is there.
 * @throws EvospiceError `CONFIG_PROMPTS` for a variable that no prompt will hold
 */
export function checkTemplates(templates: PromptTemplates): void {
  const checking = { fill: (name: TemplateName, data: object): string => templates.check(name, data) };
  for (const kind of kindNames) {
    const question = exampleQuestion(kind);
    compose(checking, question, partsOf(checking, question));
    partsOf(checking, { ...question, asks: 'ask-plan' });
  }
  for (const [name, data] of Object.entries(learningExamples)) checking.fill(name as keyof typeof learningExamples, data);
  checking.fill('reask', { reason: 'block 1: it is not closed' });
}
