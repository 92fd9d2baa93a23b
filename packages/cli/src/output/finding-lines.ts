import { gravestFirst, type PhysicsFinding } from '@evospice/contracts';
import { fold } from '@evospice/report';

/** What physics rules found, a line each, the gravest first; nothing where none were asked. */
export function findingLines(findings: readonly PhysicsFinding[] | undefined): readonly string[] {
  if (findings === undefined) return [];
  if (findings.length === 0) return ['  physics rules found nothing'];
  return gravestFirst(findings).map(({ rule, severity, message, parameter, curve, instance, source }) => {
    const about = [instance, curve, parameter].filter((each) => each !== undefined && !message.startsWith(each)).join(', ');
    return fold(`  ${severity}: ${about === '' ? '' : `${about}: `}${message} [${rule}${source === undefined ? '' : `; ${source}`}]`, 4);
  });
}
