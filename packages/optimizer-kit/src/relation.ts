import { EvospiceError } from '@evospice/contracts';

/**
 * What options must be to each other, beyond what each must be by itself. A schema states it by `.refine(holds, …)`, which a sandbox
 * cannot take in, so the search checks it too.
 */
export interface Relation<Options> {
  holds(options: Options): boolean;
  /** What must be so, for the message. */
  readonly says: string;
  /** The option that is named. */
  readonly option: keyof Options & string;
}

/** @throws EvospiceError `EXTENSION_OPTIONS` */
export function checkRelation<Options>(what: string, { holds, says, option }: Relation<Options>, options: Options): void {
  if (holds(options)) return;
  throw new EvospiceError('EXTENSION_OPTIONS', `options of ${what}: ${option}: ${says}`, { received: options[option], expected: says });
}
