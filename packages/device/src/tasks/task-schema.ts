import type { SelectionSchemaMaker } from '@evospice/contracts';
import { readUnit, unitExamples } from '@evospice/readers';
import { z } from 'zod';
import { writtenNumber } from '../cards/written-number.ts';

/** A text that must have one form because it reaches a simulator's input: a line break in it would be a line of its own there. */
const wordOf = (pattern: RegExp, expected: string) =>
  z.string().refine((value) => pattern.test(value), { error: `is not ${expected}`, params: { expected } });
const oneLine = wordOf(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'one line of text without control characters');
/** What people read: in several lines, but with nothing that a terminal would obey or that hides the order of signs. */
const prose = wordOf(/^(?:[^\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\n\t])*$/u, 'text without control characters');
const text = z.union([oneLine, z.number().transform(String)]);
const parameterName = wordOf(/^[A-Za-z_]\w*$/u, 'a parameter name: letters, digits and underscores, not a digit first');
const terminalName = wordOf(/^\w+$/u, 'a terminal name: letters, digits and underscores');
const modelName = wordOf(/^[^\s\p{C}\p{Z}"'(){}=,;*]+$/u, 'a model name: no blanks, quotation marks, brackets, commas, semicolons, asterisks, equals or control signs');
const modelType = wordOf(/^\w+(?: \w+)*$/u, 'a model type: words of letters, digits and underscores');

/**
 * A number, or a number with a SPICE suffix such as `10u`, `1.2p` or `3meg`. A capital M alone is refused: it is 1e6 to people and 1e-3 to
 * simulators.
 */
const quantity = z.union([
  z.number(),
  z.string().transform((written, context) => {
    const value = writtenNumber(written);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `"${written}" is not a number`, params: { expected: 'a number, perhaps with a suffix such as u, n, p, k or meg (M would be ambiguous)' } });
    return z.NEVER;
  }),
]);

const range = z
  .tuple([quantity, quantity])
  .refine(([low, high]) => low <= high, { message: 'the lower end lies above the upper end', params: { expected: '[low, high] with low <= high' } });
const positive = quantity.refine((value) => value > 0, { error: 'is not greater than 0', params: { expected: 'a number greater than 0' } });

const forcedCurrent = z.strictObject({ col: text.describe('column that holds the current'), force: z.enum(['i', 'v']).describe('i: current into the node') });
const bias = z.union([z.number(), z.string().min(1), forcedCurrent]).describe('column name, number, or {col, force: i}');

const measure = z
  .strictObject({
    col: text.describe('column measured'),
    kind: z.enum(['i', 'v', 'c']).describe('current into a terminal, node voltage, or capacitance'),
    node: terminalName.optional().describe('terminal of a current or voltage'),
    hi: z.array(terminalName).min(1).optional().describe('terminals on the high side of a capacitance'),
    lo: z.array(terminalName).min(1).optional().describe('terminals on its low side'),
    floor: positive.optional(),
  })
  .superRefine((value, context) => {
    const need = value.kind === 'c' ? (['hi', 'lo'] as const) : (['node'] as const);
    for (const key of need) {
      if (value[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: `is missing, and kind ${value.kind} needs it`, params: { expected: key === 'node' ? 'a terminal' : 'a list of terminals' } });
    }
  });

const unit = z.string().refine((value) => readUnit(value) !== undefined, { error: 'is not a known unit', params: { expected: unitExamples } });
const column = z.union([
  unit.transform((written) => ({ unit: written })),
  z.strictObject({
    from: text.optional().describe('its name in the measured file, where that is another'),
    unit: unit.optional().describe('unit of the numbers, where the file does not state it: mA, uA/um (times the width of the instance)'),
    scale: z.number().refine((value) => Number.isFinite(value) && value !== 0, { error: 'is 0 or not finite', params: { expected: 'a number other than 0' } }).optional()
      .describe('what the values are multiplied with; -1 turns a sign'),
  }),
]).describe('unit, or what is known of the column');
const columns = z.record(text, column).optional().describe('what the columns of measured files mean, by the name that bias, measure, sweep and keep use');

const measuredFile = (select: SelectionSchemaMaker) => z.union([
  oneLine.transform((file) => ({ file })),
  z.strictObject({ file: oneLine, format: select('DatasetReader').optional() }),
]);
const network = (select: SelectionSchemaMaker) => z.strictObject({
  matrix: text.optional().describe('name of the matrix, such as S for columns R:S(1,1); the only one when left out'),
  ports: z.array(terminalName).min(1).max(2).describe('terminal at each port, in order; all other terminals are at signal ground'),
  z0: positive.optional().describe('reference impedance of S in ohms, where the file does not state it; 50 when left out'),
  open: measuredFile(select).optional().describe('pads without the device'),
  short: measuredFile(select).optional().describe('pads with shorts in place of the device'),
}).describe('makes capacitances c(g,g), c(g,d) and conductances g(g,d) at `freq` of network parameters');

const pointWeight = z.strictObject({
  where: z.record(z.string(), range).refine((ranges) => Object.keys(ranges).length > 0, { error: 'names no column', params: { expected: 'ranges by column, such as { vg: [0, 0.4] }' } })
    .describe('points with low <= column <= high in all columns named'),
  weight: quantity.refine((value) => value >= 0 && Number.isFinite(value), { error: 'is below 0 or not finite', params: { expected: 'a number from 0' } })
    .describe('what their squared residuals count; 0: not scored'),
});

const fileAt = z.strictObject({
  file: oneLine,
  at: z.record(text, quantity).describe('constants that the file does not state, such as its bias, by column name'),
});

const data = (select: SelectionSchemaMaker) => z.strictObject({
  file: z.union([oneLine, z.array(z.union([oneLine, fileAt])).min(1)]).describe('measured file, or files that are measured alike, such as one per bias'),
  format: select('DatasetReader').describe('dataset reader: its name, or its name with options'),
  instance: text,
  temp_c: z.number().min(-273.15).describe('ambient temperature in degrees Celsius'),
  curve: oneLine.describe('kind of curve, such as idvg'),
  sweep: text.describe('column swept innermost'),
  block: z.array(text).min(1).optional().describe('columns that stay along a curve: rows in which one of them changes begin another'),
  freq: positive.optional().describe('small-signal frequency in Hz, for capacitances'),
  network: network(select).optional(),
  bias: z.record(terminalName, bias),
  measure: z.array(measure).min(1),
  keep: z.record(z.string(), range).optional().describe('keep rows with low <= column <= high'),
  floor: positive.optional(),
  weight: positive.optional().describe('weight of the residuals of these curves'),
  weights: z.array(pointWeight).min(1).optional().describe('weights of points in ranges of columns, times the weight of the curves'),
  split: z.enum(['train', 'validate', 'extra']),
  columns: columns.describe('columns of this file, where they differ from those of the task'),
  ids: z.array(oneLine).min(1).optional().describe('ids of its curves, in order of the blocks that are kept'),
}).transform(({ file, ...entry }) => {
  const files = (typeof file === 'string' ? [file] : file).map((each) => (typeof each === 'string' ? { file: each, at: {} } : each));
  return { ...entry, file: files[0]!.file, files };
});

const tunable = z.strictObject({
  name: parameterName.transform((name) => name.toLowerCase()),
  init: quantity.optional(),
  lo: quantity,
  hi: quantity,
  scale: z.enum(['lin', 'log']),
  increment: positive.optional().describe('makes it discrete: values lo, lo + increment, lo + 2 increment, …'),
  unit: oneLine.optional(),
  role: oneLine.optional(),
  group: oneLine.optional(),
  of: z.enum(['model', 'wrapper', 'library']).optional().describe('what it is a parameter of: the model card, the head of the subcircuit around the device, or the library'),
});

/** `task.yaml` as written. */
export const taskSchema = (select: SelectionSchemaMaker) => z.strictObject({
  schema: z.literal(1),
  id: oneLine,
  title: prose,
  split_set: oneLine.optional(),
  origin: z.enum(['measured', 'generated']).optional(),
  source: prose.optional(),
  device: z.strictObject({
    kind: oneLine.describe('mosfet, soi, bjt, diode, jfet, vdmos, or any other with an element of its own'),
    element: wordOf(/^[a-z]$/iu, 'one letter').optional()
      .describe('first letter of the element line where it is not that of the kind, such as n for a Verilog-A model'),
    polarity: z.enum(['n', 'p']).optional(),
    process: oneLine.optional(),
    vdd: z.number().optional(),
    terminals: z.array(terminalName).min(2).describe('node order on the SPICE element line'),
    thermal_node: z.boolean().optional(),
  }),
  osdi: z.array(oneLine).min(1).optional().describe('compiled Verilog-A models (OSDI libraries) that the simulator loads first'),
  model: z.strictObject({
    family: prose,
    level: z.number().nullable().optional(),
    simulator: oneLine.optional(),
    dialect: select('CardDialect').prefault('ngspice').describe('dialect of the card'),
    card: oneLine.describe('file of the starting card, or a library of a design kit'),
    section: modelName.optional().describe('section of a library, such as tt'),
    device: wordOf(/^\w+(?:\.\w+)*$/u, 'the name of an element, such as m1 or x1.m1').optional().describe('element of the subcircuit whose model is tuned, where it has several'),
    bin: wordOf(/^[\w.]+$/u, 'nearest, or the name of a bin').optional().describe('bin taken on purpose whatever the geometry: nearest, or its name'),
    parameters: z.record(parameterName, quantity).optional().describe('parameters of a library set from outside, such as corner factors'),
    name: modelName.describe('model, or subcircuit or binned model of a library'),
    type: modelType,
  }),
  instances: z
    .array(z.strictObject({ id: text, params: z.record(parameterName, quantity), info: z.record(z.string(), z.union([prose, z.number(), z.boolean()]).transform(String)).optional() }))
    .min(1),
  columns,
  data: z.array(data(select)).min(1),
  metric: z.strictObject({
    floor: positive,
    doubtful: z.enum(['unscored', 'scored']).default('unscored').describe('points at a compliance, marks in place of values, and glitches'),
    comment: prose.optional(),
  }),
  tunables: z.array(tunable),
  constraints: z.array(oneLine).optional().describe('expressions that every candidate must make true, such as vth0 > 0.2'),
  notes: z.array(z.union([prose, z.number()]).transform(String)).optional(),
});

export type TaskFile = z.output<ReturnType<typeof taskSchema>>;
export type TaskDataEntry = TaskFile['data'][number];
export type TaskColumn = NonNullable<TaskFile['columns']>[string];
export type TaskTunable = TaskFile['tunables'][number];
