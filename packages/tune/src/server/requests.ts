import { EvospiceError } from '@evospice/contracts';
import { z } from 'zod';

/** As many of anything as a request may name. */
const many = 10_000;
const name = z.string().min(1).max(1000);

export const scaleSchema = z.enum(['auto', 'linear', 'log']).default('auto');

export const moveSchema = z.strictObject({
  changes: z.record(name, z.union([z.strictObject({ place: z.number().min(0).max(1) }), z.strictObject({ text: z.string().max(100) })])),
  commit: z.boolean(),
  scale: scaleSchema,
});

export const stepSchema = z.strictObject({ scale: scaleSchema });

export const resetSchema = z.strictObject({ name: name.optional(), scale: scaleSchema });

export const fitSchema = z.strictObject({
  parameters: z.array(name).max(many),
  curves: z.array(name).max(many),
  optimizer: name,
  budget: z.number().positive().max(1e6),
  metric: z.enum(['relative', 'log']),
  seed: z.int().min(0).max(2 ** 31 - 1),
});

export const saveSchema = z.strictObject({ file: z.string().max(1000), dialect: name });

/** @throws EvospiceError `TUNE_REQUEST` naming the first mistake */
export function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EvospiceError('TUNE_REQUEST', `${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'cannot be read'}`, { received: body, remedy: 'reload the page' });
}
