import { CONTRACT_VERSION, contribute, definePlugin, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { parameterFacts, type ModelFamily } from '@evospice/device';
import { linearProblem, registryOf, createAnalyticContext } from '@evospice/testkit';
import { selectionSchema } from '@evospice/kernel';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flowsCommand } from './flows-command.ts';
import plugin from './index.ts';
import { readyFlow, readyFlowNames } from './ready-flows.ts';

/** Optimizers of the product by name, which do nothing. */
const others = definePlugin({
  name: 'others', version: '0.0.0', contract: CONTRACT_VERSION,
  contributions: ['lm', 'space-mapping'].map((name) => contribute({ point: 'Optimizer', name, summary: name, options: z.object({}), create: () => ({ name, optimize: async () => undefined }) })),
});
const registry = registryOf(plugin, others);
const families: readonly ModelFamily[] = ['bsim4', 'bsim3', 'diode', 'gummel-poon', 'vbic', 'hicum', 'jfet', 'vdmos'];

/** A problem whose one parameter is of a model. */
function problemOf(device: string, type: string, level: number | undefined, parameter: { readonly name: string; readonly group?: string }): ExtractionProblem {
  const { problem } = linearProblem();
  return { ...problem, device: { kind: device }, model: { ...problem.model, type, ...(level === undefined ? {} : { level }) }, parameters: [{ ...problem.parameters[0]!, ...parameter }] };
}

async function linesOf(options: unknown, problem: ExtractionProblem): Promise<string[]> {
  const lines: string[] = [];
  const { context } = createAnalyticContext({ ...linearProblem(), problem }, { budget: 20, seed: 1 });
  const view: OptimizerContext = Object.create(context, { log: { value: (line: string) => lines.push(line) } });
  await registry.create('Optimizer', { name: 'flow', options }).optimize(problem, view);
  return lines;
}

describe('ready flows', () => {
  test.each(readyFlowNames())('%s can be read, speaks of groups that its families have, and ends with everything', (name) => {
    const flow = readyFlow(name, selectionSchema(registry));
    expect(flow.summary).toBeTruthy();
    expect(flow.stages!.at(-1)).not.toHaveProperty('parameters');
    const names = flow.stages!.flatMap(({ parameters = [] }) => parameters).filter((pattern) => !pattern.startsWith('group:'));
    for (const one of names) expect(flow.families!.some((family) => parameterFacts(family as ModelFamily, one) !== undefined), one).toBe(true);
  });

  test.each(families)('there is one for %s', (family) => {
    expect(readyFlowNames().filter((name) => readyFlow(name, selectionSchema(registry)).families!.includes(family))).toHaveLength(1);
  });

  test('is chosen by the model family, or by name', async () => {
    const jfet = problemOf('jfet', 'njf', undefined, { name: 'beta', group: 'mobility' });
    expect((await linesOf({}, jfet))[0]).toBe('flow jfet');
    expect((await linesOf({ flow: 'auto' }, problemOf('bjt', 'npn', 9, { name: 'is', group: 'saturation-current' })))[0]).toBe('flow bipolar');
    await expect(linesOf({ flow: 'bsim' }, problemOf('diode', 'd', undefined, { name: 'rs', group: 'none' }))).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED', received: 'diode' });
    await expect(linesOf({}, problemOf('resistor', 'r', undefined, { name: 'r' }))).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED' });
  });

  test('a wrong name, a wrong region and a wrong optimizer are refused', () => {
    expect(() => registry.create('Optimizer', { name: 'flow', options: { flow: 'bsim5' } })).toThrow(expect.objectContaining({ code: 'CONFIG_FLOW', remedy: 'did you mean "bsim"?' }));
    expect(() => registry.create('Optimizer', { name: 'flow', options: { stages: [{ optimizer: 'lm', regions: ['saturated'] }] } })).toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS' }));
    expect(() => registry.create('Optimizer', { name: 'flow', options: { stages: [{ optimizer: 'ml' }] } })).toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS', remedy: 'did you mean "lm"?' }));
    expect(() => registry.create('Optimizer', { name: 'flow', options: { flow: 'bsim', stages: [{ optimizer: 'lm' }] } })).toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS' }));
  });

  test('are listed and shown by the command', async () => {
    const signal = new AbortController().signal;
    const { text, document } = await flowsCommand.run({ arguments: [], options: {}, signal });
    expect(text.split('\n')).toHaveLength(readyFlowNames().length);
    expect(document).toMatchObject({ flows: expect.arrayContaining([expect.objectContaining({ name: 'vdmos', families: ['vdmos'] })]) });
    expect((await flowsCommand.run({ arguments: ['show', 'diode'], options: {}, signal })).text).toContain('families: [diode]');
    await expect(flowsCommand.run({ arguments: ['shwo', 'diode'], options: {}, signal })).rejects.toMatchObject({ code: 'USAGE_FLOWS' });
    await expect(flowsCommand.run({ arguments: ['show', 'diod'], options: {}, signal })).rejects.toMatchObject({ code: 'CONFIG_FLOW' });
  });
});
