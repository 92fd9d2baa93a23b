import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';
import { patternText } from './patterns.ts';

const regions = [
  'subthreshold', 'leakage', 'linear', 'saturation', 'high-field', 'accumulation', 'depletion', 'inversion', 'low-current', 'mid-current', 'high-current', 'forward', 'reverse', 'active',
] as const;

const strength = z.number().min(0).max(10);

/** What a stage has besides its optimizer. */
const stageKeys = {
  name: z.string().min(1).optional().describe('What the record calls the stage; its number when left out.'),
  parameters: z.array(patternText).min(1).optional()
    .describe('Tunables that move: names, or patterns such as dvt*; group:mobility and role:*resistance* choose by group and role, a ! in front takes away. All when left out.'),
  curves: z.array(patternText).min(1).optional().describe('Curves that count, by id or kind: names or patterns. All when left out.'),
  regions: z.array(z.enum(regions)).min(1).optional().describe('Regions of the measured curves whose points count; a point in any of them counts. All when left out.'),
  size: z.enum(['large', 'short', 'narrow']).optional()
    .describe('Devices that count: the longest and widest; those shorter than the longest; those narrower than the widest. All when left out.'),
  temperature: z.enum(['nominal', 'other']).optional().describe('Curves at the temperature nearest to 27 °C, or at the others. All when left out.'),
  from: z.enum(['best', 'card']).optional().describe('Where it begins: at the best so far, or at the starting card, from where another minimum may be found. `best` when left out.'),
  share: z.number().gt(0).max(1).optional().describe('Part of the whole budget that the stage may spend; an equal part of what is left when left out.'),
};

/** A flow: the content of a `flow.yaml`, or the name of a ready one. */
export const flowOptions = (select: SelectionSchemaMaker) => z.strictObject({
  flow: z.string().min(1).optional().describe('Name of a ready flow, or `auto`: the one for the model family. `auto` when there are no stages.'),
  name: z.string().min(1).optional().describe('What the record calls the flow.'),
  summary: z.string().optional().describe('One line on what it is for.'),
  families: z.array(z.string()).optional().describe('Model families that it is for.'),
  direct: z.boolean().optional().describe('Begins with starting values read off the measured curves, where one simulation finds them better than the card; true when left out.'),
  prior: z.union([strength, z.record(patternText, strength)]).optional()
    .describe('How much a parameter that moves across all of its bounds counts against the errors of the points, as a fraction: keeps near to the starting card what the data hardly say. One number, or one by name or pattern of parameters, of which the last that fits counts. 0, nothing, when left out.'),
  guard: z.boolean().optional().describe('Keeps the effective mobility of BSIM3 and BSIM4 falling with the gate field, no faster than the charge rises, at -40 to 125 °C; true when left out.'),
  stages: z.array(select('Optimizer', stageKeys, 'optimizer')).min(1).optional().describe('What runs, in order. A stage of all parameters and points follows where the last is not one.'),
}).refine(({ flow, stages }) => flow === undefined || stages === undefined, { error: 'either the name of a ready flow or stages' });
export type FlowOptions = z.output<ReturnType<typeof flowOptions>>;
export type StageOptions = NonNullable<FlowOptions['stages']>[number];
