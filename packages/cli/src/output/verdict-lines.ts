import { counted, countFindings, severities, type PhysicsFinding, type Task } from '@evospice/contracts';
import { modelFamily } from '@evospice/device';
import { fold } from '@evospice/report';
import type { Answered, CardVerdict, CheckedCard } from '../compose/check/check-card.ts';
import { findingLines } from './finding-lines.ts';

export type Severity = PhysicsFinding['severity'];
export type FindingCounts = Readonly<Record<Severity, number>>;

/** Exit codes by the worst finding; 0 without any. */
const exitCodes: Readonly<Record<Severity, number>> = { note: 0, warning: 3, violation: 1 };

/** A card with what rules found in it. */
export interface CardReport {
  readonly subject: CheckedCard;
  /** What its conversion could not carry over. */
  readonly notes: readonly string[];
  readonly verdict: CardVerdict;
}

/** The worst severity, and the exit code that follows. @param allow the worst that still ends with 0 */
export function judged(counts: FindingCounts, allow: Severity): { readonly worst: Severity | null; readonly exitCode: number } {
  const worst = severities.toReversed().find((severity) => counts[severity] > 0) ?? null;
  const allowed = worst === null || severities.indexOf(worst) <= severities.indexOf(allow);
  return { worst, exitCode: allowed ? 0 : exitCodes[worst] };
}

/** What was found in one card, for a terminal. */
export function cardLines({ subject: { card, task }, notes, verdict }: CardReport): readonly string[] {
  const { findings, measured, probed, derivatives } = verdict;
  return [
    fold(`${card.name}: ${familyOf(card, task) ?? `${card.type}, no family with rules`}${task.curves.length === 0 ? `, ${task.instances.map(({ id }) => id).join('; ')}` : `, with task ${task.id}`}`, 2),
    ...notes.map((note) => fold(`  conversion: ${note}`, 4)),
    ...findingLines(findings),
    ...(findings.length === 0 ? [] : [`  ${countText(countFindings(findings))}`]),
    ...answerLines('curves of the task', measured), ...answerLines('curves beyond what was measured', probed),
    ...(derivatives.simulations === 0 ? [] : [`  derivatives of the training curves took ${counted(derivatives.simulations, 'simulation')} by ${derivatives.by}`]),
  ];
}

function answerLines(what: string, { curves, points, by, simulations, reason }: Answered): readonly string[] {
  if (curves === 0) return [];
  if (by === 'nothing') return [fold(`  ${what} were not looked at${reason === undefined ? '' : `: ${reason}`}; --simulator ngspice simulates them`, 4)];
  const cost = simulations === 0 ? 'no simulation' : `${counted(simulations, 'simulation')} of one curve`;
  return [`  ${counted(curves, 'curve')} (${counted(points, 'point')}), ${what}, by ${by}: ${cost}`];
}

export function familyOf(card: CheckedCard['card'], task: Task): string | null {
  return modelFamily(task.device.kind, { level: card.value('level'), type: card.type }) ?? null;
}

export function countText({ violation, warning, note }: FindingCounts): string {
  return violation + warning + note === 0 ? 'nothing found' : [counted(violation, 'violation'), counted(warning, 'warning'), counted(note, 'note')].join(', ');
}
