import type { ModelCard, PhysicsFinding, PhysicsRule, SimulatedCurve, Task } from '@evospice/contracts';

/** Cards that physics rules judge, with what was simulated with them. */
export interface JudgedCards {
  readonly task: Task;
  /** Card of all instances without one of their own. */
  readonly card: ModelCard;
  /** Cards of their own by instance, where a library deck's bins make them. */
  readonly cards?: Readonly<Record<string, ModelCard>>;
  readonly curves: readonly SimulatedCurve[];
}

/** What rules find in every card, each with the curves of its instances; a finding names the instance of a card of its own. */
export function cardFindings(rules: readonly PhysicsRule[], { task, card, cards = {}, curves }: JudgedCards): readonly PhysicsFinding[] {
  const instanceOf = new Map(task.curves.map(({ id, instance }) => [id, instance]));
  const own = (instance: string): boolean => Object.hasOwn(cards, instance);
  const simulated = (wanted: (instance: string) => boolean) => curves.filter(({ curve }) => wanted(instanceOf.get(curve) ?? ''));
  const shared = { task, card, curves: simulated((instance) => !own(instance)) };
  return [
    ...rules.flatMap((rule) => rule.check(shared)),
    ...Object.entries(cards).flatMap(([instance, one]) => {
      const subject = { task, card: one, curves: simulated((each) => each === instance) };
      return rules.flatMap((rule) => rule.check(subject)).map((finding) => ({ ...finding, instance }));
    }),
  ];
}
