import type { PhysicsFinding, PhysicsRule, SimulatedCurve, Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { analyticDiodeSimulator } from './analytic-simulator.ts';
import { analyticDiodeTask } from './analytic-task.ts';

export interface PhysicsRuleSuite {
  /** Task to judge; an analytic diode when left out. Its card must be one the rule has nothing against as a violation. */
  readonly task?: Task;
  /** Simulated curves of that task; those of the analytic diode when both are left out. */
  readonly curves?: readonly SimulatedCurve[];
}

const severities: readonly PhysicsFinding['severity'][] = ['note', 'warning', 'violation'];

/** What every physics rule keeps to: it judges, says the same each time, changes nothing, and names itself in what it finds. */
export function testPhysicsRule(name: string, makeRule: () => PhysicsRule, suite: PhysicsRuleSuite = {}): void {
  const task = suite.task ?? analyticDiodeTask(1);
  const curvesOf = async (): Promise<readonly SimulatedCurve[]> => {
    if (suite.curves !== undefined) return suite.curves;
    if (suite.task !== undefined) return [];
    const session = await analyticDiodeSimulator().open({ ...task, id: task.id, card: task.model.card, parameters: task.tunables.map((tunable) => tunable.name) });
    const [outcome] = await session.simulate({ candidates: [task.tunables.map(({ start }) => start)] });
    await session.close();
    return outcome?.ok === true ? outcome.curves : [];
  };

  describe(`physics rule ${name}`, () => {
    it('has a name', () => {
      expect(makeRule().name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    });

    it('judges a card alone, and with its curves, and says the same twice', async () => {
      const rule = makeRule();
      const { card } = task.model;
      const curves = await curvesOf();
      for (const subject of [{ task, card }, { task, card, curves }]) {
        const findings = rule.check(subject);
        expect(rule.check(subject)).toEqual(findings);
        expect(makeRule().check(subject)).toEqual(findings);
      }
    });

    it('changes nothing of what it is shown', async () => {
      const { card } = task.model;
      const before = card.toString();
      const shown = { task, card, curves: (await curvesOf()).map((curve) => ({ ...curve, vectors: curve.vectors.map((vector) => vector.slice()) })) };
      makeRule().check(shown);
      expect(card.toString()).toBe(before);
      expect(shown.curves).toEqual(await curvesOf());
    });

    it('finds nothing but well-formed findings in its own name, about parameters and curves that exist', async () => {
      const rule = makeRule();
      for (const finding of rule.check({ task, card: task.model.card, curves: await curvesOf() })) {
        // A rule that gathers others lets each speak in its own name.
        expect(finding.rule === rule.name || finding.rule.startsWith(`${rule.name}-`), finding.rule).toBe(true);
        expect(severities).toContain(finding.severity);
        expect(finding.message).not.toBe('');
        if (finding.curve !== undefined) expect([...task.curves, ...rule.probes?.(task) ?? []].map(({ id }) => id)).toContain(finding.curve);
        if (finding.parameter !== undefined) expect([...task.model.card.names(), ...task.tunables.map((tunable) => tunable.name)]).toContain(finding.parameter);
      }
    });

    it('asks for the same probes each time, with ids of their own, of instances and terminals that exist', () => {
      const probes = makeRule().probes?.(task) ?? [];
      expect(makeRule().probes?.(task) ?? []).toEqual(probes);
      expect(new Set([...task.curves, ...probes].map(({ id }) => id)).size).toBe(task.curves.length + probes.length);
      for (const { instance, drives, measured, x } of probes) {
        expect(task.instances.map(({ id }) => id)).toContain(instance);
        expect(drives.map(({ terminal }) => terminal)).toEqual(task.device.terminals);
        for (const { values } of [...drives, ...measured]) expect(values).toHaveLength(x.length);
      }
    });

    it('takes a frozen subject', () => {
      const { card } = task.model;
      expect(() => makeRule().check(Object.freeze({ task: Object.freeze({ ...task }), card }))).not.toThrow();
    });
  });
}
