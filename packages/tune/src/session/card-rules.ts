import type { ExtensionRegistry, PhysicsFinding, Selection, Task } from '@evospice/contracts';
import { circuitWith } from '@evospice/device';
import { CardJudge } from '@evospice/extraction';
import { openEngine } from './engine.ts';
import { evaluate } from './evaluate.ts';

/** What physics rules find in the card of a task with these values of its tunables, by name. */
export type FindingsOf = (values: Readonly<Record<string, number>>) => Promise<readonly PhysicsFinding[]>;

export interface CardRules {
  readonly findings: FindingsOf;
  close(): Promise<void>;
}

/**
 * Opens rules on a task, with a simulator of their own for the curves that they look at: the same that a session takes.
 * @throws EvospiceError `EXTENSION_UNKNOWN`, `EXTENSION_OPTIONS`, what the simulator throws
 */
export async function openCardRules(registry: ExtensionRegistry, task: Task, rules: readonly Selection[], simulator: Selection | undefined): Promise<CardRules> {
  const { signal } = new AbortController();
  const judge = await CardJudge.of(rules.map((rule) => registry.create('PhysicsRule', rule)), task);
  const { session } = await openEngine(registry, task, simulator, signal);
  return {
    async findings(values) {
      const { curves } = await evaluate(session, task, task.tunables.map(({ name, start }) => values[name] ?? start), signal);
      const { card, cards = {} } = circuitWith(task, values);
      return judge.resultFindings({ card, cards, curves: [...curves.values()] });
    },
    close: () => session.close(),
  };
}
