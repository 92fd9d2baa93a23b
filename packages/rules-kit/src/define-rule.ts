import { probesOf, type Curve, type PhysicsFinding, type PhysicsRule, type RuleSubject, type Task } from '@evospice/contracts';

/** A finding before it bears the name of its rule. */
export type Found = Omit<PhysicsFinding, 'rule'>;

/** A rule that puts its name on what it finds. */
export function defineRule(
  name: string, judge: (subject: RuleSubject) => readonly Found[], asks: { readonly probes?: (task: Task) => readonly Curve[]; readonly sensitivity?: true } = {},
): PhysicsRule {
  return {
    name, ...asks,
    check: (subject) => judge(subject).map((found) => ({ rule: name, ...found })),
  };
}

/** Rules whose names begin with `name` and a hyphen, as one: each finding bears the name of the rule that made it. */
export function allOf(name: string, rules: readonly PhysicsRule[]): PhysicsRule {
  return {
    name,
    probes: (task) => probesOf(rules, task),
    ...(rules.some(({ sensitivity }) => sensitivity === true) ? { sensitivity: true } : {}),
    check: (subject) => rules.flatMap((rule) => rule.check(subject)),
  };
}

/** A number as a finding states it: four digits, with an exponent where zeros would have to be counted. */
export function shown(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-3 && size < 1e6) ? String(rounded) : rounded.toExponential().replace('e+', 'e');
}
