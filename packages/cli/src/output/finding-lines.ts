import type { PhysicsFinding } from '@evospice/contracts';

/** What physics rules found, a line each; nothing where none were asked. */
export function findingLines(findings: readonly PhysicsFinding[] | undefined): readonly string[] {
  if (findings === undefined) return [];
  if (findings.length === 0) return ['  physics rules found nothing'];
  return findings.map(({ rule, severity, message, parameter, curve, instance }) => {
    const about = [instance, curve, parameter].filter((each) => each !== undefined).join(', ');
    return `  ${severity}: ${about === '' ? '' : `${about}: `}${message} [${rule}]`;
  });
}
