import type { FindingFacts } from '../protocol.ts';
import { html, type View } from './html.ts';
import { memo } from './memo.ts';

const severities = ['violation', 'warning', 'note'] as const;

interface FindingsProps {
  readonly rules: readonly string[];
  /** Null until they are known. */
  readonly findings: readonly FindingFacts[] | null;
  /** Whether they are those of other values. */
  readonly stale: boolean;
}

/** What physics rules find at rest, the gravest first. */
export const Findings = memo(({ rules, findings, stale: old }: FindingsProps): View => {
  const stale = findings !== null && old;
  return html`<section class=${`findings panel${stale ? ' stale' : ''}`} aria-labelledby="findings" aria-busy=${findings === null || stale}>
    <h2 id="findings">Physics rules</h2>
    <p class="note summary">${findingsText(rules, findings)}</p>
    ${findings === null || findings.length === 0 ? null : html`<ul>${findings.map((finding, index) => html`<li key=${index} class=${finding.severity}><span class="tag">${finding.severity}</span> ${finding.about === '' ? null : html`<code>${finding.about}</code> `}${finding.message} <small>${finding.rule}${finding.source === '' ? '' : `; ${finding.source}`}</small></li>`)}</ul>`}
  </section>`;
});

/** How many there are of each severity, in words. */
export function findingsText(rules: readonly string[], findings: readonly FindingFacts[] | null): string {
  if (findings === null) return 'looking…';
  return findings.length === 0 ? `${rules.length} rules found nothing` : severities.flatMap((severity) => countOf(findings, severity)).join(', ');
}

function countOf(findings: readonly FindingFacts[], severity: FindingFacts['severity']): readonly string[] {
  const count = findings.filter((finding) => finding.severity === severity).length;
  return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
}
